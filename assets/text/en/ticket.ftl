# What the opened ticket says, and the dialogs of everything that can be done to it.

## Its head
ticket-position = { $position } of { $total }
ticket-loading = Reading …
ticket-gone = This ticket is gone: it was deleted, or it is not yours to see any more.
ticket-since = since { $at }
ticket-owner = (owner)
ticket-nobody = nobody yet
ticket-responded = responded { $at } ✓
    .short = responded ✓
ticket-resolve-by = resolve by { $at }
    .short = by { $at }
ticket-private = no part in it: { $company } keeps it to itself
ticket-archive = archive: Taskfire is off at { $company }, it can only be read
ticket-not-transferred = no part in it yet
ticket-no-taskfire = no part in it: { $company } has no Taskfire

## What completing would do to the other side
completes-closed = closed { $at } by { $side }
completes-synced-you = If you complete: { $side } becomes Complete too
    .short = you complete: Complete here too
completes-synced-other = If { $name } completes: { $side } becomes Complete too
    .short = { $name } completes: here too
completes-synced-only = Only if { $name } completes does { $side } too
    .short = only if { $name } does: here too
completes-synced-anybody = Whoever completes: { $side } becomes Complete too
    .short = any completing: here too
completes-stays-you = If you complete: { $side } stays { $status }
    .short = you complete: this stays
completes-stays-other = If { $name } completes: { $side } stays { $status }
    .short = { $name } completes: this stays
completes-stays-anybody = Whoever completes: { $side } stays { $status }
    .short = any completing: this stays
completes-already-you = { $side } is complete already
    .short = complete already
completes-already-other = { $side } is complete already
    .short = complete already
completes-already-anybody = { $side } is complete already
    .short = complete already
completes-unknown-you = If you complete: the server decides about { $side }
    .short = you complete: server decides
completes-unknown-other = If { $name } completes: the server decides about { $side }
    .short = { $name } completes: server decides
completes-unknown-anybody = Whoever completes: the server decides about { $side }
    .short = any completing: server decides

## Its parts
part-conversation = Conversation
part-time = Time
part-history = History
part-related = Related
part-details = Details
ticket-arrived = { $count } new below
ticket-no-conversation = Nothing was written yet.
ticket-no-time = No time was logged yet.
ticket-no-history = Nothing happened yet.
ticket-no-related = There is no checklist and no file.
related-important = important
related-internal = only for our side
related-sent = { $percent } % sent
ticket-folded = { $count ->
    [one] ▸ 1 quoted line
   *[other] ▸ { $count } quoted lines
 }
ticket-new-entry = new
ticket-written-at = (written { $at })
ticket-resolution = gave the resolution
ticket-internal-notes = internal:
readers-both = seen by both sides
readers-contact = seen by { $company } in the portal
readers-company = seen by everybody at { $company }
readers-internal = internal, ours only
delivery-queued = queued, not sent yet (~)
delivery-stopped = not taken, waits for you (!)
handover-escalated = escalated it
handover-transferred = transferred it
handover-declined = declined it
handover-recalled = recalled it

## History
history-nothing = –
history-created = created it
history-autotask-status = Autotask status: { $before } → { $after }
history-taskfire-status = Taskfire status: { $before } → { $after }
history-assigned = { $side } assignee: { $before } → { $after }
history-moved = { $side } queue: { $before } → { $after }
history-prioritised = { $side } priority: { $before } → { $after }
history-edited = { $field }: { $before } → { $after }
history-rewritten = { $field } rewritten
history-escalated = escalated it to Autotask
history-transferred = transferred it to Taskfire
history-declined = declined it
history-recalled = recalled it
history-closed = closed it
history-reopened = reopened it
history-secondary-added = helper added: { $after }
history-secondary-removed = helper removed: { $before }
history-taskfire-disabled = switched Taskfire off

## Details
detail-number = Number
detail-title = Title
detail-company = Company
detail-contact = Contact
detail-request-type = Request type
detail-item = Item
detail-due = Resolve by
detail-holder = Has the ticket
detail-autotask = Autotask
detail-taskfire = Taskfire
detail-status = { $status } since { $since }
detail-secondaries = Helpers
detail-created = Created
detail-created-by = { $at } by { $name }
detail-first-response = First response
detail-completed = Autotask complete
detail-closed = Closed
detail-description = Description
detail-resolution = Resolution

## Writing
compose-both = Reply to both sides
compose-public-only = In the portal everything you write is read by both sides.
compose-reading = What is half-written here for the others is still being read. The readers stay as they are.
compose-other-kept =
    { $audience ->
        [internal] An internal note
       *[public] A reply
    } is half-written here too, so this stays what it is. { $leave } keeps it, { $open } goes on with the other.
compose-in-doubt = Not sent yet, since the readers are still: { $readers }. Send again if you mean them.
compose-contact = Reply, seen by { $company }
compose-company = Reply, seen by everybody at { $company }
compose-internal = Internal note, ours only
compose-several = Reply on { $count } tickets
compose-internal-several = Internal note on { $count } tickets, ours only
compose-arrived = { $count } new since you began
compose-send = send
    .short = send
compose-editor = editor
    .short = editor
compose-internal-instead = internal instead
    .short = internal
compose-public-instead = to both sides instead
    .short = public
compose-keep = keep as draft
    .short = keep
paste-cut = The end of what you pasted was left out: no text is longer than 32,000 characters.

## Dialogs
form-next = next field
dialog-more = Up to line { $last } of { $count }; { $down } and { $up } show the others.
dialog-leave = leave it as it is
dialog-keep = keep as draft
dialog-tickets = { $count } tickets
dialog-several = { $verb }: { $count ->
    [one] 1 ticket
   *[other] { $count } tickets
 }{ $refused ->
    [0] {""}
   *[other] , not { $refused }
 }
dialog-complete = Complete { $what }
dialog-hand-over = { $what }: { $verb }
dialog-reopen = Reopen { $what }
dialog-decline = Decline { $what }
dialog-recall = Recall { $what }
dialog-time = Time on { $what }
dialog-attach = Attach a file to { $what }
attach-path = Path of the file
attach-internal = Only for our side
attach-no-path = Name the file's path.
attach-no-file = { $path } is no file.
attach-too-large = { $path } is larger than { $most } MiB, the most that can be attached.
attach-done = { $name } waits to be sent; it was taken over as it is now.
dialog-edit = Edit { $what }
dialog-create = New ticket
dialog-request = Submit a request
dialog-request-verb = submit it
dialog-status = Our status of { $what }
dialog-reason = Reason, read by both sides
dialog-reason-offered = Reason, if you like
dialog-stopwatch = From stopwatch
dialog-spent = Time spent
dialog-day = Day
dialog-today = today
dialog-summary = Summary
dialog-internal-notes = Internal notes
dialog-priority = Priority
dialog-queue = Queue
take-already = { $number } is yours already.
edit-nothing = Nothing was changed.

## Several at once
verb-status = set { $status }
verb-priority = set P{ $rank }
verb-move = move to { $queue }

## What there is to pick
pick-now = now
pick-me = me
pick-nobody = nobody
pick-somebody = somebody
pick-open-tickets = { $count } open
pick-priority = Our priority of { $what }
pick-queue = Our queue of { $what }
pick-assignee = Who is to work on { $what }
pick-helper = Who is to help
pick-helper-to-remove = Who helps no longer
pick-file = Which file is to be saved here
pick-item = Which item is done, or not done after all
pick-no-file = No file hangs on this ticket. Attaching one puts it here.
pick-no-item = This ticket has no checklist.
save-file = Save { $name } as

## The card
card-title = Position
card-phone = Phone
card-mobile = Mobile
card-email = E-mail
card-level = May
card-other-tickets = Their tickets
card-no-contact = nobody is named
card-parent = Part of
card-city = Place
card-taskfire-on = on
card-taskfire-off = off
card-open-tickets = All tickets
level-provider-admin = Provider administrator
level-provider-tech = Technician
level-taskfire-administrator = Taskfire administrator
level-taskfire-resource = Taskfire resource
level-portal-manager = Portal manager
level-portal-advanced = Portal advanced
level-portal-basic = Portal basic

## Taking back
undo-title = Take back: { $act } ({ $number })
undo-back = { $act } was sent already. Instead now: { $back }
undo-verb = take it back
undo-discard = Discard what is not sent yet: { $act } ({ $number })? What was written becomes a draft.
undo-opposite = Everything on { $number } is sent, so this is the opposite of it.
undo-nothing = Everything on { $number } is sent, and there is no opposite of it. Change it again by its own key.
undo-changed = { $number } was changed again since you did this ({ $act }), so nothing is taken back. Change it by its own key.

## What follows
why-synced = you own it; { $company }: both complete together
why-synced-nobody = nobody is assigned, so you count as owner; { $company }: both complete together
why-setting-off = { $company } completes each side by itself
why-not-owner = stays: { $name } owns it, not you
why-not-holder = stays: { $holder } has the ticket
why-already-complete = complete already
why-server-decides = the server decides
why-server-chooses = the server chooses the queue
why-goes-to = goes to { $place }

## What people type
moment-unreadable = { $word } is no day or time; like fri 15:00, +2d, 2026-11-27 12:00
moment-no-such-time = no clock shows { $word }
moment-no-such-day = no calendar has { $word }
work-unreadable = { $word } is no time spent; like 45m, 1:15, 0.75, 9-10:30
work-nothing = that is no time at all
work-too-long = more than a day; 90m is ninety minutes

## Why not
reason-no-open-ticket = No ticket is open; { $key } opens the one under the cursor.
reason-last-ticket = This is the last ticket of the list.
reason-first-ticket = This is the first ticket of the list.

## What followed
settled-closed = { $number } is complete and closed.
settled-synced = { $number } is complete, and { $side } with it.
settled-not-owner = { $number } is complete on our side. { $side } stays as it is: you don't own the ticket.
settled-setting-off = { $number } is complete on our side. { $side } stays as it is: each side completes by itself.
settled-already = { $number } is complete on our side; { $side } was already.
settled-handed-over = { $number } is with { $side } now.
