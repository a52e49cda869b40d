# What the command line says.


answer-yes = yes
provider-unnamed = Service provider

# Passwords

password-new = New password for { $name }:
password-again = The same again:
password-differs = The two passwords differ; nothing was changed. Try again.
password-empty = A password is needed: type it, or pipe it in as one line.
two-factor-reset = { $name } has no second factor any more; their sessions have ended.
password-set = { $name } has a new password; their sessions have ended.

# tandem serve

serve-listening = Listening on { $address }
serve-nobody = Nobody can sign in yet. Make the first administrator: tandem user create NAME --level provider_admin --database sqlite:{ $database }
serve-desk-kept = This database is { $name }'s, in the time zone { $zone }, and stays so: --provider and --time-zone count for a new one only.
serve-demo = The demo desk is made. Sign in as { $name } with the password { $password } (shown only now).
demo-progress = Making the demo desk
embedded-waiting = Waiting for another tandem of yours, which holds the embedded desk and does not answer yet …

# tandem user

user-created = { $name } can sign in now.
user-no-database = There is no database { $file }. Check the name; `tandem user create` makes one.
user-not-found = Nobody has that user name; `tandem user create` makes a person.
user-needs-company = A client's person needs their client: add --company NAME, or take a provider's level.
company-not-found = There is no company "{ $name }" here; write its name as it stands in the database.
credential-replaced = { $name } was there already: the credential that it had is worth nothing any more.
credential-once = The secret is shown only now; keep it where the program finds it.

console-no-terminal = The console needs a terminal, for what it shows and for what you type. `tandem ticket` and `tandem queue` work without one; `tandem --help` says how.
console-dumb-terminal = The console can't draw in this terminal (TERM is not set, or dumb). `tandem --plain` works line by line; `tandem ticket` and `tandem queue` show the same as plain text; `tandem --help` says how.

# The line to the backend

server-embedded = the embedded desk
sign-in-first = Nobody is signed in at { $server }: `tandem sign-in NAME` begins a session.
sign-in-embedded = The embedded demo desk needs no sign-in. Name a server with --server or in the settings; on the demo desk --as NAME is somebody else.
password-of = Password of { $name } at { $server }:
signed-in = { $name } ({ $company }) is signed in at { $server }.
code-of = Code of your authenticator app:
password-must-change = The password was set by somebody else: choose one of your own.
two-factor-set-up = Two-factor sign-in is required here. Give this to your authenticator app:
two-factor-secret = Or type this secret there: { $secret }
deactivated = { $name } can't sign in here any more, so this machine's copy was deleted.
deactivated-unsent = { $name } can't sign in here any more, so this machine's copy was deleted. What had not been sent is in { $file }.
deactivated-kept = { $name } can't sign in here any more, but this machine's copy could not be deleted ({ $reason }). It is { $file }.
unsent-change = { $number } { $title } ({ $act })
unsent-draft = { $number } ({ $kind })
demo-person-elsewhere = --as holds on the demo desk only; at a server one signs in: `tandem sign-in NAME`.
demo-nobody = Nobody on the demo desk has the user name { $name }; `:demo` in the console lists everybody.

# tandem ticket, tandem queue

argument-missing = --{ $argument } is needed here.
argument-senseless = --{ $argument } has no meaning here: leave it out.
create-with-contract = To create both from here, repeat it with --new-contract per-request; or name the item with --configuration-item and add --new-contract subscription, time-limited or support-hours.
create-with-contract-item = To create both from here, repeat it with --new-contract per-request, subscription, time-limited or support-hours.
change-with-contract = From here: `tandem ticket cover` with the ticket's number and per-request, subscription, time-limited or support-hours; then repeat this.
ticket-covered = The ticket has the contract “{ $contract }” now.
argument-missing-with-key = With --key, --{ $argument } is needed here: without it the day is today's, and repeated tomorrow it would be another command.
name-unknown = Nothing is called "{ $name }"; write as much of the name as is clear.
name-ambiguous = "{ $name }" may mean { $names }; write more of the name.
ticket-not-found = There is no ticket { $number } that you may see; write its number as in T20261120.0007.
ticket-ambiguous = { $count } tickets end in { $number }; write more of the number.
tickets-none = No ticket matches.
tickets-more = More tickets match; --limit shows more than { $count }.
edit-names-nothing = Nothing to change was named; `tandem ticket edit --help` lists the fields.
carried-over = { $side } was completed too: you own the ticket and the client's setting says so.
not-carried-not-owner = { $side } keeps its status: only the ticket's owner completes both.
not-carried-setting-off = { $side } keeps its status: the client's setting doesn't complete both.
show-conversation = Conversation:
show-time = Time:
show-history = History:
show-files = Files:
show-checklist = Checklist:
file-saved = Saved as { $path }.
file-differs = The file that came is not the one that was attached. Ask for it again.
file-exists = { $path } is there already. Name another place, or say --replace.
audience-both = to both
audience-autotask = Autotask only
audience-taskfire = Taskfire only
minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
 }

# tandem billing

billing-show-no-contracts = No contracts yet; `tandem billing contract create` makes one.
billing-no-services = No services on this contract; `tandem billing contract add-service` puts one on it.
billing-column-id = ID
billing-column-contracts = Contracts
billing-edit-names-nothing = Nothing to change was named; `tandem billing { $what } edit --help` lists the fields.
billing-periods-to-close = { $count ->
    [one] A period is over and not closed; `tandem billing close` closes it.
   *[other] { $count } periods are over and not closed; `tandem billing close` closes them.
 }
billing-not-closed = Nothing was closed. Type { $date } at the question, or add --yes.
billing-close-unanswered = It may have been carried out: `tandem billing invoices` shows it.
billing-invoice-not-found = There is no invoice { $number } that you may see; `tandem billing invoices` lists the numbers.
billing-invoices-more = There are older ones than these { $count }; name a client to see those of that client.

# tandem audit, tandem agreement

audit-sound = { $count ->
    [one] The log is whole: one entry. Newest digest: { $digest }
   *[other] The log is whole: { $count } entries. Newest digest: { $digest }
 }
audit-altered = Entry { $entry } is not what was written, or was put in: it doesn't follow from the entry before it. Compare the log with a copy from before.
audit-removed = Entry { $entry } was removed. Compare the log with a copy from before.
audit-cut-end = The end of the log was cut off: entry { $entry } was the newest, and it is gone. Compare the log with a copy from before.
audit-added = Entry { $entry } was put in behind the newest one that Tandem wrote. Compare the log with a copy from before.
audit-other-head = The newest digest that is kept beside the log is not that of entry { $entry }: one of the two was changed. Compare both with a copy from before.
audit-digest-unknown = No entry of the log has the digest that was kept elsewhere: the log was cut or written anew, or the digest is of another database. Compare the log with a copy from before.
agreement-published = Version { $version } of the agreement is published ({ $languages }).
agreement-folder = { $folder } is not named after a version. Name the folder with its number, as in agreement/3.
agreement-no-text = There is no text in { $folder }. Put en.md into it, and de.md and es.md for readers of these languages.

# tandem import

import-progress = Importing
import-done = { $added } rows are in, { $created } tickets were made; { $there } rows were there already.
import-would = { $added } rows would go in, { $created } tickets would be made; { $there } rows are there already.
import-made = New with them: { $companies } companies, { $contacts } contacts, { $resources } people of the provider, { $queues } queues, { $types } request types, { $fields } user-defined fields.
import-would-make = New with them would be: { $companies } companies, { $contacts } contacts, { $resources } people of the provider, { $queues } queues, { $types } request types, { $fields } user-defined fields.
import-rejected = { $count ->
    [one] 1 row was set aside; it lies in { $file }. Put it right and import it by itself.
   *[other] { $count } rows were set aside; they lie in { $file }. Put them right and import them by themselves.
 }
import-would-reject = { $count ->
    [one] 1 row would be set aside.
   *[other] { $count } rows would be set aside.
 }
import-awaited = { $count ->
    [one] One field names a record that is not in the file; it is empty until that record comes.
   *[other] { $count } fields name records that are not in the file; they are empty until those records come.
 }
mapping-incomplete = No column was found for: { $fields }. Fill it in where the mapping says FILL IN.
import-go-on = What was sent is in; run the same command again to go on from there.
change-unanswered = It may have been carried out: look before you repeat it. A repeat with the same --key counts once.
mapping-unknown = There is no mapping { $name }; name a file, or take one that ships: { $names }.

# tandem export

export-progress = Exporting
export-written = { $rows ->
    [one] One row was written.
   *[other] { $rows } rows were written.
 }
export-unknown-records = There are no { $name } to be exported; take some of: { $names }.

# tandem sign-out

sign-out-nobody = Nobody is signed in there, so nobody can sign out.
sign-out-unsent = { $count ->
    [one] One change was never sent and would be lost.
   *[other] { $count } changes were never sent and would be lost.
 }
sign-out-drafts = { $count ->
    [one] One text is half-typed and would be lost.
   *[other] { $count } texts are half-typed and would be lost.
 }
sign-out-all-the-same = Sign out all the same (yes/no)?
sign-out-kept = Nothing was changed. Let the console send what is unsent, finish what is half-typed, or add --discard-unsent.
sign-out-in-use = A console of yours is open with this copy. Leave it first, then sign out.
sign-out-unreached = { $server } could not be told ({ $reason }); the session there ends by itself after 12 hours.
signed-out = { $name } is signed out; this machine's copy is deleted.

# tandem doctor

doctor-wrong = { $count ->
    [one] One thing is wrong.
   *[other] { $count } things are wrong.
 }
doctor-settings = Settings: { $file }
doctor-settings-none = Settings: none, the defaults hold (they would stand in { $file })
doctor-folder = Folder for { $what }: { $folder }, for you only
doctor-folder-wrong = Folder for { $what }: { $folder } can't be used ({ $reason }). Make it writable for you, or set TANDEM_HOME or [paths] in the settings.
doctor-terminal = Terminal: { $term }, { $columns } by { $rows }, UTF-8
doctor-terminal-none = Terminal: none here; `tandem ticket` and `tandem queue` need none
doctor-terminal-dumb = Terminal: TERM says { $term }, in which the console can't draw. Set TERM to what the terminal is, or use `tandem --plain`, which works line by line.
doctor-terminal-plain = Terminal: { $term }, in plain mode, which works line by line in any
doctor-terminal-small = Terminal: { $columns } by { $rows } is smaller than 60 by 20. Enlarge the window.
doctor-terminal-locale = Terminal: { $term }, { $columns } by { $rows }; the locale is not UTF-8, so that the console draws with ASCII only. LANG=C.UTF-8 shows every letter.
doctor-proxy = Proxy: { $proxy }
doctor-authority = Certificate authority: { $file }
doctor-plaintext = Server: { $server } is reached without encryption, passwords included. Take its https address.
doctor-server = Server: { $server } answers ({ $name }, version { $version }; this is { $own })
doctor-server-wrong = Server: { $server } can't be reached ({ $reason }). Check server.url, the network, and whether it runs.
doctor-name = Server: the name in { $server } can't be resolved ({ $reason }). Check server.url and the name servers.
doctor-proxy-dead = Proxy: { $proxy } can't be reached ({ $reason }). Check server.proxy, or remove it where none is needed.
doctor-proxy-wrong = Server: the proxy doesn't lead to { $server } ({ $reason }). Check server.proxy and HTTPS_PROXY.
doctor-certificate = Certificate: that of { $server } isn't trusted ({ $reason }). Name its authority in server.ca_file, or correct this machine's clock.
doctor-clock = Clock: { $seconds } s from the server's
doctor-clock-fast = Clock: { $seconds } s ahead of the server's. Set this machine's clock by the network's time.
doctor-clock-slow = Clock: { $seconds } s behind the server's. Set this machine's clock by the network's time.
doctor-session = Session: { $name } is signed in
doctor-session-none = Session: nobody is signed in at { $server }. `tandem sign-in NAME` begins one.
doctor-session-over = Session: that of { $name } has ended. `tandem sign-in { $name }` begins a new one.
doctor-desk = Embedded desk: { $file }, sound
doctor-desk-none = Embedded desk: none yet, the first start makes it in { $file }
doctor-desk-wrong = Embedded desk: { $file } is damaged ({ $reason }). Move it away; the next start makes a new one.
doctor-copy = Local copy: { $file }; { $unsent } unsent, { $stopped } waiting for a decision
doctor-copy-network = Local copy: on a network file system; writing is careful there, and slower. [paths] state moves it.
doctor-copy-wrong = Local copy: { $file } can't be used: { $reason }
doctor-copy-damaged = Local copy: { $file } is damaged: { $reason }. Move it away to begin afresh; what was not sent is in it.

# tandem config, tandem keys, tandem man

config-check-wrong = { $count ->
    [one] One mistake; what was understood holds.
   *[other] { $count } mistakes; what was understood holds.
 }
config-check-stops = { $count ->
    [one] One mistake, about the server: Tandem doesn't start until it is mended.
   *[other] { $count } mistakes, some about the server: Tandem doesn't start until those are mended.
 }
keys-provider = the provider
keys-without = Without a key; ask for them by name:
man-written = The manual pages are in { $folder }.
man-not-written = The manual pages can't be written to { $folder }: { $reason }. Name another folder.

# What goes wrong on the way

remote-unreachable = { $server }: the server can't be reached: { $reason }. `tandem doctor` says where the line breaks.
remote-timed-out = { $server }: the server didn't answer in time: { $reason }. `tandem doctor` says where the line breaks.
remote-busy = { $server }: the server is busy. Try again in a moment.
remote-sign-in = { $server }: { $reason } `tandem sign-in NAME` begins a session.
remote-broken = { $server }: the server's answer can't be understood: { $reason }. Is it a Tandem server, of this version or a newer one?
system-no-threads = the system gives no threads: { $reason }
log-filter-wrong = --log { $filter }: { $reason }; take info or tandem=debug
log-not-written = the log can't be written: { $reason }
crash-kept = what happened is kept in { $file }
crash-not-kept = no report could be kept: { $reason }
demo-become-elsewhere = only the embedded demo desk lets one become somebody
filter-names-without-end = the filter { $filter } asks for more names than there are
answer-unexpected = the answer belongs to another question: { $answer }
