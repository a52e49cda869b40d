# What every page says, whatever it shows: as of when it is, what failed, what became of an act.

line-as-of = as of { $time }
page-asking = Asking the server …
page-failed = The server could not be asked: { $why } { $key } asks again.
page-outdated = Not asked anew: { $why } { $key } asks again.
form-waits = Sent; waiting for the answer …
act-sending = Sent: { $what }. Waiting for the answer …
act-under-way = This has been sent already; the answer is not here yet.
act-no-line = Nothing was sent, so nothing has happened: { $why }
act-unanswered = No answer came ({ $why }). It has happened whole or not at all; asking for it again is safe, it happens only once.

## Writing a file
export-path = File
export-verb = write it
export-leave = leave
export-no-path = Name a file.
export-exists = { $path } is there already.
export-replace = { $path } is there already. Write over it?
export-done = Written to { $path }; only you can read it.

## Acts, in the line that says that they are under way
administration-publish-agreement = publish the agreement
administration-write-contract-data = write contract data
administration-accept-agreement = accept the agreement
administration-disable-taskfire = disable Taskfire
administration-write-taskfire-settings = save the Taskfire settings
administration-write-preparation = save what was agreed on
administration-switch-portal = switch the portal
administration-override-portal-settings = save the client's portal settings
administration-write-portal-settings = save the portal settings
administration-write-instance = save the instance's settings
administration-switch-feature = switch the feature
administration-create-contact = create the contact
administration-edit-contact = save the contact
administration-change-level = change the level
administration-switch-contact = switch the contact
administration-reset-password = reset the password
administration-reset-two-factor = reset two-factor sign-in
administration-create-level = create the level
administration-delete-level = delete the level
administration-edit-level = save the level
administration-confirm-two-factor = set up two-factor sign-in
administration-remove-two-factor = turn two-factor sign-in off
administration-switch-company = switch the company
administration-switch-off-webhook = switch off a webhook
administration-edit-resource = save the resource
administration-create-resource = create the resource
administration-create-portal-user = create the portal login
administration-edit-portal-user = change the portal login
administration-write-service-desk = set up the service desk
administration-create-api-user = create the API user
administration-renew-credential = renew the credential
administration-limit-credential = limit the credential
administration-write-user-defined-field = write a user-defined field
administration-write-webhook = write a webhook
administration-import = import from another desk

## Why something can't be asked for now
reason-provider-admin = Only the provider's administrators can do this.
reason-nothing-to-filter = There is no list here to choose from.

## Keys
context-page = Page
intent-page-filter = filter by name
    .short = filter
    .about = Type a part of a name; each letter narrows the list. { $keep } keeps it, { $leave } shows everything again.
