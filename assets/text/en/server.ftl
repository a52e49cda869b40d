# What the server says in its answers and mails. Those of answers are `server-` and the answer's code.

server-key_required = A write needs the header Idempotency-Key with a UUID of its own.
server-key_reused = This Idempotency-Key came with another request before. Give every change a key of its own.
server-unauthorized = The name or the password is not right, or the session is over.
server-feature_inactive = The portal is switched off for you. Your provider switches it on.
server-not_found = There is nothing here, or it is not yours to see.
server-stale = Changed meanwhile: { $fields }. Look at the ticket as it is now, then decide again.
server-changed-meanwhile = Somebody else changed this meanwhile, so nothing was saved. What is shown behind is how it is now; what you typed is still here. Save again to write yours over it.
server-too_large = That is more than the server takes in one go. Send it in smaller parts.
server-query_too_long = The query takes too long. Narrow it, for example by id, date or queue.
server-slow_down = Too many attempts. Try again in { $seconds } seconds.
server-busy = The server is busy. Try again in a few seconds.
server-internal = Something went wrong inside the server. Its log says what.
server-bad_request = The request can't be understood at this address.
server-deactivated = You can't sign in here any more: you are not active, or have no security level. Ask an administrator.
server-code_required = Type the code of your authenticator app too.
server-code_refused = This code is not right, or was used before. Wait for the next one and type that.

# Why the server can't start, or its database not be used: to whoever works at the host.

start-listen = Can't listen on { $address }: { $reason }. Choose another address with --listen, or stop what listens there.
start-tls = The certificate { $certificate } can't be used with the key { $key }: { $reason }.
start-plaintext = { $address } is reached from other hosts, where passwords would travel unencrypted. Give --certificate and --key, listen on 127.0.0.1, or allow it with --allow-plaintext.
store-open = { $path } can't be opened as a database: { $reason }. Check that the folder exists, that the file is one of Tandem's databases, and that this user may write there.
store-newer = A newer version of Tandem has written this database: this program doesn't know { $reason }. Use that version, or a later one.
store-migration = The database can't be brought to this version's form: { $reason }.
store-refused = The database refused: { $reason }.
store-commit = The database could not keep what was written: { $reason }.
store-corrupt = The database holds what it should not: { $reason }.
store-broken = The work in the database broke off.
store-closed = The database is closed already.
demo-not-made = The demo desk can't be made: { $reason }

# What of a request doesn't fit, where no rule has refused it.

unfit-body = The body can't be understood: { $reason }.
unfit-twice = The name { $field } comes twice.
unfit-nul = { $field } has a NUL (U+0000), which no text may have.
unfit-day = { $field } is a day like 2026-11-01.
unfit-name = A name has 1 to { $limit } characters.
unfit-user-name = A user name has 1 to { $limit } characters and no blanks.
unfit-password = This password can't be kept: { $reason }
unfit-provider-level = The level of one of the provider's people is provider_admin or provider_tech.
unfit-client-level = A contact's level is one of the client's, not one of the provider's.
unfit-digest = The file that came is not the one of this digest. Send it again from the beginning.
unfit-offset = A piece has { $bytes } bytes, but for the last one, which ends where the file does.
unfit-waiting = Too many files are on their way already. They have to be attached first.
unfit-source = An import needs the name of where its records come from.
unfit-event = Last-Event-ID is the id of an event of this feed, a whole number.
unfit-after = Send the page's next as after, with the same sort.
unfit-taskfire-enabled = Settings are written here; enabling and disabling Taskfire are acts of their own.

# What is no version of the agreement.

agreement-file-day = The first line is the day from which the version applies, like 2026-09-01, not "{ $found }".
agreement-file-text = Below the day and an empty line stands the text, and there is none.
agreement-file-boxes = The last two lines are what stands beside the two boxes, and each begins with [ ] and a blank.
agreement-needs-english = A version needs its English text, in en.md, for readers of every other language.
agreement-two-days = { $first }.md applies from { $firstDay } and { $other }.md from { $otherDay }. A version has one day in every language.
agreement-not-next = The next version is { $next }. Publish it before { $version }.
agreement-other-text = Version { $version } is published already, and its text in "{ $language }" is another one. A published version never changes: publish this one as version { $next }.
