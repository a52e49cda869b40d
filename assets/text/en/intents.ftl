# What can be asked for. A key is `intent-` and the intent's name. The attribute `.short` is for the bottom line.

## Tickets
intent-ticket-status = set our status
    .short = status
intent-ticket-stopwatch = start or stop the stopwatch
    .short = stopwatch
intent-ticket-drop-stopwatch = throw away what is on the stopwatch
    .short = drop stopwatch
intent-ticket-log-time = log time
    .short = time
    .verb = log it
intent-ticket-assign = assign to somebody
    .short = assign
intent-ticket-hand-over = { $side ->
    [taskfire] escalate to { $provider }
   *[autotask] transfer to { $company }
 }
    .short = { $side ->
    [taskfire] escalate to { $provider }
   *[autotask] transfer to { $company }
 }
    .brief = { $side ->
    [taskfire] escalate
   *[autotask] transfer
 }
intent-ticket-complete = complete
    .short = complete
    .brief = done
intent-ticket-decline = decline with a reason
    .short = decline
intent-ticket-recall = recall what was escalated
    .short = recall
intent-ticket-priority = set our priority
    .short = priority
intent-ticket-move = move to another queue
    .short = move
intent-ticket-edit = edit the fields
    .short = edit
    .verb = save
intent-ticket-add-secondary = add a helper
    .short = add helper
intent-ticket-remove-secondary = remove a helper
    .short = remove helper
intent-ticket-attach = attach a file
    .short = attach
intent-ticket-save-file = save a file of the ticket here
    .short = save file
intent-ticket-tick = tick an item of the checklist
    .short = tick
intent-ticket-card = card of person and company
    .short = card
intent-ticket-macro = run a macro
    .short = macro
intent-ticket-undo = take back what I did last
    .short = undo
intent-ticket-create = { $role ->
    [portal] submit a request
   *[desk] new ticket
 }
    .short = { $role ->
        [portal] submit a request
       *[desk] new ticket
     }
    .verb = create it
intent-ticket-take = take the ticket myself
    .short = take it
intent-ticket-reopen = reopen
    .short = reopen
intent-ticket-reply = reply to both sides
    .short = reply
intent-ticket-note = write an internal note
    .short = note
intent-ticket-next = next ticket of the list
    .short = next
intent-ticket-previous = previous ticket of the list
    .short = previous
intent-ticket-copy-number = copy the ticket's number
    .short = copy number

## The list
intent-list-filter = filter the list
    .short = filter
intent-list-sort = sort the list
    .short = sort
intent-list-turn = turn the order of the list round
    .short = turn order
intent-list-columns = choose the columns of the list
    .short = columns
intent-list-save-view = save this list as a view
    .short = save view
intent-list-mark = mark or unmark the ticket
    .short = mark
intent-list-mark-all = mark every ticket of the list
    .short = mark all
intent-list-unmark = take all marks away
    .short = unmark
intent-list-next-for-me = next for me: the ticket to do now
intent-list-show-arrived = show what arrived
    .short = show new ones

## The outbox
intent-outbox-decide = show the change and what can be decided
    .short = show
intent-outbox-do-anyway = do the change anyway, against the ticket as it is now
    .short = do it anyway
intent-outbox-edit = take the change back and edit it
    .short = edit
intent-outbox-discard = discard the change
    .short = discard
intent-outbox-discard-all = discard the change and those behind it on its ticket
    .short = discard all of the ticket
intent-session-sign-in = sign in
    .short = sign in
intent-demo-become = become another person of the demo desk
    .short = become
intent-go-today = my time today, with its gaps
    .short = today
intent-go-outbox = go to the outbox
    .short = outbox

## Where to go
intent-go-queues = go to views and queues
    .short = queues
intent-go-my-tickets = go to my tickets
intent-go-everything = go to all tickets
    .short = my tickets
intent-go-in = open what the cursor is on
    .short = open
intent-go-out = out of here
    .short = out
intent-go-back = back
    .short = back
intent-pane-next = next pane
    .short = next pane
intent-pane-previous = previous pane
    .short = previous pane
intent-move-up = up
intent-move-down = down
intent-move-page-up = a page up
intent-move-page-down = a page down
    .short = read on
intent-move-half-page-up = half a page up
intent-move-half-page-down = half a page down
intent-move-first = to the first line
intent-move-last = to the last line
intent-view-1 = open my tickets (view 1)
intent-view-2 = open my late tickets (view 2)
intent-view-3 = open the unassigned tickets (view 3)
intent-view-4 = open what came back (view 4)
intent-view-5 = open view 5
intent-view-6 = open view 6
intent-view-7 = open view 7
intent-view-8 = open view 8
intent-view-9 = open view 9

## The console itself
intent-palette-open = everything that can be asked for
    .short = all
intent-help-open = the keys that work here
    .short = help
intent-log-open = every message so far
    .short = messages
intent-config-read = read your settings again
    .short = read again
    .about = Theme, keymap, language and the rest hold at once; another server from the next start on.
intent-screen-redraw = draw the screen anew
intent-screen-suspend = stop until fg
intent-console-quit = quit
    .short = quit

## Where one types or answers
intent-filter-apply = keep the filter
    .short = keep
intent-filter-complete = complete the word
    .short = complete
intent-filter-leave = leave the list as it was
    .short = leave
intent-filter-ask-server = ask the server, closed tickets and all
    .short = ask the server, closed tickets too
intent-form-next = next field
    .short = next
intent-form-previous = previous field
intent-form-toggle = tick or choose
intent-form-submit = do it
    .short = do it
intent-form-leave = leave everything as it was
    .short = leave
intent-pick-choose = choose
    .short = choose
intent-confirm-yes = yes
    .short = yes
intent-confirm-no = no
    .short = no
intent-palette-complete = complete the title
    .short = complete
intent-palette-run = do it
    .short = do it
intent-edit-line-start = to the beginning of the line
intent-edit-line-end = to the end of the line
intent-edit-delete-word = delete the word before the cursor
intent-edit-delete-to-start = delete to the beginning of the line
intent-edit-delete-to-end = delete to the end of the line
intent-edit-delete-back = delete the letter before the cursor
intent-edit-forward = one letter on
intent-edit-back = one letter back
intent-edit-word-forward = to the next word
intent-edit-word-back = to the word before
intent-edit-delete-forward = delete the letter under the cursor
intent-edit-delete-word-forward = delete the word behind the cursor

## An open ticket's parts
intent-part-conversation = show the conversation
    .short = conversation
intent-part-time = show the time
    .short = time
intent-part-history = show the history
    .short = history
intent-part-related = show checklist and files
    .short = related
intent-part-details = show the details
    .short = details
intent-part-unfold = unfold what is quoted
    .short = unfold

## Writing
intent-text-send = send
    .short = send
intent-text-editor = go on in your editor
    .short = editor
intent-text-audience = internal or to both sides
    .short = internal or public
intent-text-keep-draft = leave it as a draft
    .short = keep as draft

## The statuses of our side
intent-status-new = New
intent-status-in-progress = In Progress
intent-status-waiting-customer = Waiting Customer or Waiting User
intent-status-waiting-vendor = Waiting Vendor
intent-status-back = back to the other side's
intent-status-complete = Complete
