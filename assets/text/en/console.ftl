# What the console says. Keys begin with the part of the screen that they belong to.

## Times
age-minutes = { $minutes } m
age-hours = { $hours } h { $minutes }
age-days = { $days } d
age-late = -{ $age }
age-now = now
day-mon = Mon
day-tue = Tue
day-wed = Wed
day-thu = Thu
day-fri = Fri
day-sat = Sat
day-sun = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

## A ticket's two sides
sides-autotask = AUTOTASK
sides-taskfire = TASKFIRE
sides-has-the-ticket = has the ticket

## Companies
company-unknown = the client
companies-several = their clients

## Lists
list-arrived = { $count } new, { $key } to show
list-empty = Nothing here.
list-more = { $count } more

## The screen itself
screen-too-small = Tandem needs 60 columns and 20 rows; this terminal has { $columns } and { $rows }.

## Editor and clipboard
clipboard-sent = Sent to your terminal: { $text }
paste-ignored = Nothing was pasted: no text box is open here.

## Views, queues, lists
heading-views = VIEWS
heading-queues = QUEUES
heading-shared = TASKFIRE (shared)
heading-provider = PROVIDER
view-next = Next for me
view-mine = My tickets
view-mine-late = Mine, late
view-unassigned = Unassigned
view-back-from-client = Back from client
view-back-from-provider = Came back
product-portal = Portal
view-my-requests = My requests
view-my-requests-all = Closed too
view-open = All requests of { $company }
view-everything = All, closed too
shared-with = With { $name }
sort-title = Sort by
order-due = due
order-priority = priority
order-created = created
order-changed = last change
order-statuses = our status
order-title = title
order-number = number
order-company = company
order-contact = contact
order-assignee = assignee
order-queue = queue
sort-too-many = only up to { $most } tickets
list-not-by = More than { $most } tickets can't be sorted by { $order } at the server, so they stand by { $shown }. Narrow the search for that order.
filter-asks-server = The server is asked, closed tickets and all.
mark-all-question = Mark { $count } tickets? At most { $most } are marked at once.
marks-refused = { $count } tickets can't take part; the log says why for each.

## Why something can't be asked for now
back-nowhere = There is nothing behind this list; { $key } leaves Tandem.
next-none = Nothing waits for you.
reason-next-technician = Only those who work tickets have a next one.
key-none = (no key for { $intent })
read-only-refused = Tandem was started with --read-only, so nothing is changed from here; start it without to do this.
line-read-only = read-only
config-mistakes-title = { $count ->
    [one] A mistake in your settings
   *[other] { $count } mistakes in your settings
 }
config-mistakes-about = What was understood holds. Mend the rest in your editor; { $key } reads the files again.
config-read-done = Your settings hold as they stand in { $file }.
config-needs-restart = Another server, other folders and the mouse hold from the next start on.
key-unbound = { $key } does nothing here; { $help } shows the keys.
reason-no-ticket = There is no ticket here.
reason-one-at-a-time = This takes one ticket at a time; take the marks away first.
reason-not-signed-in = Nobody is signed in yet.
reason-nothing-arrived = Nothing new has arrived since this list was shown.
reason-nothing-marked = No ticket is marked.
reason-no-such-view = No view has this digit. Saving the list as a view can give it one.

## Changes on their way
change-queued = { $count ->
    [one] Queued; it is sent as soon as the line allows.
   *[other] { $count } changes queued; they are sent as soon as the line allows.
 }
change-waits = { $count ->
    [one] Queued behind a change that waits for your decision in the outbox.
   *[other] { $count } changes queued, some behind one that waits for your decision in the outbox.
 }
change-settled-several = The server has { $count } changes of this kind, the last one: { $act }.
change-settled = { $number }: the server has it ({ $act }).
change-stopped = { $number }: a change was refused and waits for your decision in the outbox.
quit-question = { $count ->
    [one] One change is not sent yet. It is kept and sent when Tandem runs again. Quit?
   *[other] { $count } changes are not sent yet. They are kept and sent when Tandem runs again. Quit?
 }

## What people were told
notice-ticket_created = { $number } is new. { $text }
notice-escalated = { $number } was escalated to you. { $text }
notice-transferred = { $number } was handed to you. { $text }
notice-declined = { $number } was declined. { $text }
notice-recalled = { $number } was taken back. { $text }
notice-assigned = { $number } is yours now. { $text }
notice-status_changed = { $number } has another status. { $text }
notice-completion_carried_over = { $number } was completed, and with it your side. { $text }
notice-reopened = { $number } was reopened. { $text }
notice-public_note = { $number } has a new note. { $text }
notice-internal_note = { $number } has a new internal note. { $text }
notice-taskfire_disabled = Taskfire was switched off at { $text }.
notice-held_for_contract = This request waits until its contract is active.
notice-contract_reminder = { $number } still waits for its contract.
notice-contract_wanted = A request at { $text } was refused for want of a contract.
notice-contract_made = The contract is there that { $text } lacked: try the request again.
notice-request_created = The request at { $text } that lacked a contract was created together with one of its own.
notice-contract_not_required = Requests at { $text } need no contract any more: try the request again.
notice-automation_contract_expired = The contract that bills the licences of { $text } has ended: choose another one.
notice-contract_renewal_due = A contract ends soon and is to be renewed: { $text }.
notice-webhook_failing = The webhook { $text } can't be delivered; it is tried again.
notice-webhook_switched_off = The webhook { $text } was switched off: it could not be delivered for a day. What waits is kept.

## Contexts, in help
context-always = Everywhere
context-global = Everywhere but where you type
context-moving = Moving
context-queues = Views and queues
context-list = List
context-ticket = The ticket under the cursor, or all that are marked
context-reading = Open ticket
context-outbox = Outbox
context-editing = Editing any text
context-text = A text of several lines
context-filter = The filter line
context-empty-filter = The filter line while it is empty
context-form = A dialog
context-pick = A list to pick from
context-status = The statuses of our side
context-confirm = A question
context-palette = The palette
context-help = Help

## The line to the server
line-live = live
line-connecting = connecting
line-offline = offline
line-as-of-connecting = as of { $time } · connecting
line-as-of-offline = as of { $time } · offline
line-filling = first copy: rows
line-unsent = { $count } unsent
line-nothing-unsent = nothing unsent
line-stopped = ! { $count ->
    [one] one waits for you
   *[other] { $count } wait for you
 }
line-help = { $key } help

## The list's head and columns
list-sorted = sorted by { $order } { $arrow }
list-total = { $count ->
    [one] 1 ticket
   *[other] { $shown } tickets
 }
list-marked = { $count } marked
list-loading = Reading …
list-filter-unclear = This filter is not understood.
list-nothing-fits = Nothing fits this filter. { $back } shows the whole list again.
column-number = Number
column-title = Title
column-company = Company
column-contact = Contact
column-autotask = Autotask
column-taskfire = Taskfire
column-assignee = Assignee
column-priority = P
column-priority-long = Priority
column-due = Due
column-queue = Queue
column-created = Created
column-changed = Changed
due-closed = closed

## The preview
preview-has-it = { $name } has it
preview-opened = opened { $time }
preview-closed = closed { $time }
preview-due = resolve by { $time } ({ $age })
preview-due-then = resolve by { $time }
preview-said-to-both = { $time } { $name } ({ $side }), to both: { $text }
preview-said-internally = { $time } { $name } ({ $side }), internal: { $text }

## What floats
queues-title = Views and queues
palette-title = Everything
palette-nothing = Nothing is called that.
pick-nothing = Nobody and nothing is called that.
help-title = Keys that work here
help-marks = Marks of tickets
mark-holds = this side has the ticket
mark-cursor = under the cursor; in an open ticket: this side has it
mark-marked = marked
mark-unsent = has changes that are not sent yet
mark-marked-unsent = marked, and has changes that are not sent yet
mark-warning = a change of it was refused and waits for your decision
mark-draft = has half-typed text of yours
log-title = Messages
log-empty = Nothing was said yet.
confirm-title = Sure?

## The outbox
outbox-title = Outbox · { $count ->
    [0] nothing unsent
    [one] 1 change
   *[other] { $count } changes
 }
outbox-empty = Everything is sent.
outbox-state = State
outbox-act = What
outbox-queued = queued
outbox-sending = sending
outbox-stopped = stopped
outbox-written = written { $time }
outbox-followers = { $count ->
    [one] One later change of this ticket waits for it.
   *[other] { $count } later changes of this ticket wait for it.
 }
conflict-title = This change stopped
discard-question = Discard “{ $act }” on { $number }? What was typed in it is kept as a draft.
discard-all-question = Discard “{ $act }” on { $number } and { $followers ->
    [one] the change behind it
   *[other] the { $followers } changes behind it
 }? What was typed in them is kept as drafts.
stopped-stale = The ticket changed meanwhile.
reason-not-stopped = Only a stopped change can be done anyway; this one goes by itself.
reason-no-change = There is no change here.
reason-on-its-way = This change is on its way; its answer decides.
reason-no-followers = No later change of this ticket waits for this one.
act-create = create “{ $what }”
act-edit = edit fields
act-assign = assign to { $what }
act-status = set our status to { $what }
act-priority = set our priority to { $what }
act-queue = move to { $what }
act-note = reply: { $what }
act-note-internal = internal note: { $what }
act-time = log { $what } of time
act-escalate = escalate { $what }
act-transfer = transfer to the client { $what }
act-decline = decline: { $what }
act-recall = recall { $what }
act-complete = complete { $what }
act-reopen = reopen
act-add-secondary = add a secondary resource
act-remove-secondary = remove a secondary resource
act-attach = attach { $what }
act-tick = tick an item of the checklist
act-untick = untick an item of the checklist
become-title = Become
level-provider_admin = Autotask administrator
level-provider_tech = Autotask technician
level-taskfire_administrator = Taskfire administrator
level-taskfire_resource = Taskfire resource
level-portal_manager = portal manager
level-portal_advanced = portal advanced
level-portal_basic = portal basic

## Fields, as people call them
field-title = Title
field-description = Description
field-resolution = Resolution
field-issueType = Request type
field-item = Item
field-configurationItemID = Listed item
field-contractID = Contract
field-contactID = Contact
field-companyID = Company
field-dueDateTime = Due
field-holder = Who has it
field-status = Autotask status
field-taskfireStatus = Taskfire status
field-queueID = Autotask queue
field-taskfireQueueID = Taskfire queue
field-priority = Autotask priority
field-taskfirePriority = Taskfire priority
field-assignedResourceID = Autotask assignee
field-taskfireAssignedContactID = Taskfire assignee
field-assignee = Assignee
field-text = Text
field-reason = Reason
field-minutes = Minutes
field-summary = Summary
field-internalNotes = Internal notes

## Signing in
sign-in-needed = The session has ended: sign in again, so that what is unsent can be sent.
line-sign-in = signed out
reason-signed-in = You are signed in.

## Plain mode
plain-ticket = Ticket { $position } of { $total }, { $number }
plain-ticket-somewhere = Ticket { $number }
plain-autotask = Autotask: { $status }
plain-taskfire = Taskfire: { $status }
plain-priority = Priority { $rank }
plain-due = Due { $at }
plain-late = Late, was due { $at }
plain-no-due = No deadline
plain-holder = has the ticket
plain-none = none
plain-marked = Marked
plain-unsent = Not sent yet
plain-marked-unsent = Marked, not sent yet
plain-stopped = A change was stopped
plain-attention = Attention
plain-draft = Has a half-written text
plain-unread = Unread
plain-shown = Shown:
plain-becomes = becomes
plain-done = done
plain-ticked = ticked
plain-not-ticked = not ticked
plain-ascending = ascending
plain-descending = descending
plain-keys = Keys: { $keys }

## Stopwatch and day
stopwatch-top = { $time } { $number }
stopwatch-runs = stopwatch { $time }
stopwatch-stands = stopwatch stopped at { $time }
stopwatch-since = since { $time }
stopwatch-started = The stopwatch of { $number } runs.
stopwatch-changed = The stopwatch of { $number } runs; that of { $other } stands at { $time }.
stopwatch-stopped = The stopwatch of { $number } stands at { $time }. Logging time offers it.
stopwatch-none = Nothing is on the stopwatch of { $number }.
stopwatch-drop = Throw { $time } of the stopwatch of { $number } away?
today-title = Today, { $day }
today-sums = logged { $logged } · stopwatch { $timed } · gaps { $gaps }
today-nothing = Nothing was logged today, and no stopwatch runs.
today-gap = nothing logged
today-sometime = without time
today-running = stopwatch:
today-standing = stopwatch, not logged:

## Saved views and columns
view-open-saved = open { $name }
view-title = Save this list as a view
view-name = Name
view-digit = Digit
view-save = save the view
view-name-wrong = A view needs a name of at most { $most } letters.
view-digit-wrong = A digit from 1 to 9, or nothing.
view-name-taken = { $name } is another view already. Take another name; to change that view, open it and save it from there.
view-digit-taken = { $digit } opens { $name } already. Take another digit, or none.
view-replace = Save { $name } again as the list is now? What it was until now is gone then.
view-saved = { $name } stands in { $file }; share it by sharing its lines.
columns-title = Columns of the list
columns-show = show these
columns-always = The title and both statuses are always there.

## Macros
macro-none = There are no macros yet. Write them into { $file }; README.md shows how.
macro-title = Macro for { $what }
macro-steps = { $count ->
    [one] one step
   *[other] { $count } steps
 }
macro-preview = { $refused ->
    [0] { $name } on { $what }
   *[other] { $name } on { $what }; not on { $refused } of them
 }
macro-texts-of = The texts as they are for { $number }.
macro-run = run it

editor-not-set = no editor is set: set VISUAL or EDITOR, for example `export EDITOR=nano`
editor-not-found = there is no editor `{ $command }` here: set VISUAL or EDITOR to one that is installed
editor-failed = `{ $command }` ended with { $code }, so the text was left as it was
editor-killed = `{ $command }` was ended from outside, so the text was left as it was
editor-too-large = what `{ $command }` left is larger than 1 MiB, so the text was left as it was
editor-no-text = what `{ $command }` left is not UTF-8, so the text was left as it was
editor-unusable = the editor could not be used: { $reason }
clipboard-too-long = { $bytes } bytes are more than a terminal takes ({ $most })
