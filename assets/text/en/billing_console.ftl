# Billing in the console: what is billed and why, closing, invoices, contracts, automation, reports.

## Where one goes
intent-go-billing = go to billing
    .short = billing
intent-go-contracts = the client's contracts
    .short = contracts
intent-go-automation = the client's licence billing
    .short = automation
intent-go-contract-settings = settings of contracts
    .short = settings
intent-billing-open = open the client's billing
    .short = open
intent-billing-line = open the line or the contract
    .short = open
intent-billing-period = choose the period
    .short = period
intent-billing-changes = what changed since the period before
    .short = what changed
intent-billing-export = export the lines
    .short = export
intent-billing-invoices = invoices
    .short = invoices
intent-billing-close = close billing periods
    .short = close
intent-closing-close = close what is shown, for good
    .short = close
intent-closing-day = choose the day through which periods are closed
    .short = day
intent-invoices-open = open the invoice
    .short = open
intent-invoice-export = export the invoice
    .short = export
intent-reports-open = open the invoice of our company
    .short = open
intent-contracts-open = open the contract
    .short = open
intent-contracts-create = make a contract
    .short = new contract
intent-contract-edit = edit the contract
    .short = edit
intent-contract-add-service = put a service on the contract
    .short = add service
intent-contract-units = change the units of the service
    .short = units
intent-contract-price = change the price of the service
    .short = price
intent-contract-renew = renew the contract
    .short = renew
intent-contract-clone = repeat the contract for another client
    .short = repeat
intent-contract-approve = approve the contract
    .short = approve
intent-contract-enable = let the contract start today
    .short = start today
intent-catalogue-create = make a service of the catalogue
    .short = new service
intent-catalogue-edit = edit the service in the catalogue
    .short = edit service
intent-automation-choose = choose what bills the licences
    .short = choose
intent-automation-new = make a contract, or put a service on it
    .short = new
intent-automation-save = save licence billing
    .short = save
intent-automation-stop = stop licence billing
    .short = stop
intent-contract-settings-assign = give the item an owner
    .short = assign
intent-contract-settings-activate = activate contracts
    .short = activate
intent-contract-settings-validation = require a contract for requests, or not
    .short = validation
intent-outbox-cover = make a contract for the request
    .short = make a contract
intent-ticket-remind = remind of the missing contract
    .short = remind
intent-outbox-remind = ask the administrators for a contract again
    .short = ask again
context-billing = Billing
context-client-billing = A client's billing
context-closing = Closing periods
context-invoices = Invoices
context-invoice = One invoice
context-contracts = A client's contracts
context-contract = One contract
context-automation = Licence billing
context-contract-settings = Settings of contracts
context-reports = Reports

## What is under way
administration-create-contract = make the contract
administration-edit-contract = save the contract
administration-renew-contract = renew the contract
administration-clone-contract = repeat the contract
administration-add-contract-service = put the service on the contract
administration-change-units = change the units
administration-change-price = change the price
administration-create-service = make the service
administration-edit-service = save the service
administration-save-automation = save licence billing
administration-stop-automation = stop licence billing
administration-close-periods = close the periods
administration-activate-contracts = activate contracts
administration-set-validation = switch the validation of contracts
administration-assign-item = give the item an owner
administration-approve-contract = approve the contract
administration-enable-contract-now = let the contract start
administration-cover-request = make a contract for the request
administration-remind-of-contract = remind of a missing contract

## All clients
billing-title = Billing
billing-not-billed = not billed
billing-sums = this period { $total } · before { $before } · { $change }
billing-to-close = { $count ->
    [one] 1 period to close
   *[other] { $count } periods to close
 }
billing-not-billed-count = { $count } not billed ({ $key })
billing-no-clients = No client here has contracts or licences yet.
billing-all-billed = Everything here is billed.
billing-column-total = This period
billing-column-before = Before
billing-column-change = Change
billing-column-why = Why
billing-column-what = What
billing-column-from = From
billing-column-units = Units
billing-column-days = Days
billing-column-amount = Amount
billing-not-billed-line = Not billed: { $what }: { $why }
billing-time = support time
billing-licences = Taskfire licences
billing-warning-automation-expired = “{ $contract }” ended on { $date }: nobody bills { $count } licences. Choose another contract for them; Taskfire keeps working.
billing-warning-automation-ends = “{ $contract }” ends in { $count } days ({ $date }). After that nothing is billed; Taskfire keeps working. Renew it, or choose another.
billing-warning-ends = “{ $contract }” ends in { $count } days ({ $date }). Renew it if it is to go on.
billing-warning-hours = { $count ->
    [0] The hours of “{ $contract }” are used up. Agree on more, or work stays uncovered.
   *[other] “{ $contract }” has { $hours } left. Agree on more before they are used up.
 }
billing-warning-to-close = { $count ->
    [one] A period is over and not closed. C closes it.
   *[other] { $count } periods are over and not closed. C closes them.
 }
billing-warning-no-automation = Nobody bills { $count ->
    [one] one licence
   *[other] { $count } licences
 }: automation was stopped. Choose a contract for them.
billing-warning-not-dedicated = “{ $contract }” bills the licences and carries other services too. Keep a contract for the licences alone.
billing-difference-added = { $count ->
    [one] one more
   *[other] { $count } more
 } since { $date }
billing-difference-removed = { $count ->
    [one] one fewer
   *[other] { $count } fewer
 } since { $date }
billing-difference-whole = what changed in the period before counts for the whole of this one
billing-difference-price = another price
billing-difference-began = began on { $date }
billing-difference-ended = ended on { $date }
billing-difference-corrected = a closed period is corrected
billing-difference-where-it-begins = counts in the month in which its period begins
billing-unbilled-no-automation = { $count ->
    [one] one licence
   *[other] { $count } licences
 }, automation is off
billing-unbilled-expired = the contract ended on { $date }
billing-unbilled-pending = the contract begins on { $date }
billing-unbilled-not-approved = the contract is not approved
billing-unbilled-own = our own company, free of charge
billing-unbilled-no-units = the service has no units
billing-unbilled-no-price = the price is 0
billing-unbilled-uncovered = { $hours } that no contract covered

## One client
client-billing-title = Billing · { $company }
billing-open-until = open, closes after { $date }
billing-open = open
billing-closed = closed
billing-contracts = CONTRACTS
billing-no-contracts = No contracts yet; c makes one.
billing-this-period = THIS PERIOD
billing-that-period = THAT PERIOD
billing-this-period-pick = this period
billing-period-title = Which period
billing-twelve-months = TWELVE MONTHS
billing-no-lines = Nothing is billed in this period.
billing-running = { $total }, which counts in the month of { $date } and in no other
billing-line-base = units held
billing-line-increase = { $count ->
    [one] +1 unit
   *[other] +{ $count } units
 }
billing-line-decrease = { $count ->
    [one] −1 unit
   *[other] −{ $count } units
 }
billing-licences-base = licences held
billing-licences-increase = { $count ->
    [one] +1 licence
   *[other] +{ $count } licences
 }
billing-licences-decrease = { $count ->
    [one] −1 licence
   *[other] −{ $count } licences
 }
billing-line-correction = correction
billing-so-far = used up so far
billing-sum = sum
billing-forecast = forecast { $total } if nothing changes; the period before { $before }, the next { $next }
billing-was = { $total }; the period before { $before }, the one after { $next }
billing-no-events = held since before this period
billing-event-given = { $who } gave { $person } the level { $level }
billing-event-taken = { $who } took the level { $level } from { $person }
billing-event-by-hand = { $who } changed the units by { $count }
billing-event-usage = usage changed the units by { $count }
billing-event-began = { $who } let this service bill the licences
billing-event-ended = { $who } let this service bill the licences no longer
billing-event-ended-by-nobody-known = this service billed the licences no longer; who ended that was not kept yet
billing-event-corrected = the closed period came to something else afterwards
billing-event-days = { $who } changed the days of the contract
billing-corrects = { $first } – { $last }: { $now } now, { $billed } were billed
billing-changes-title = What changed
billing-period-before = the period before
billing-period-now = this period
billing-export-title = Export the lines
billing-hours = { $hours } h
paper-txt = text, to be read anywhere
paper-html = HTML, to be printed or saved as PDF
paper-csv = CSV, for a spreadsheet or an accounting system
paper-json = JSON, for programs

## What is typed
billing-day-needed = Write a day, like 2026-12-01.
billing-price-wrong = Write a price, 0 or more, with four decimals at most: 18.50.
billing-price-too-high = A price is at most 9,999,999.9999.
billing-units-wrong = Write a whole number.
billing-hours-wrong = Write a number of hours up to 100000, like 40 or 40.5.
billing-days-wrong = Write a number of days, like 30.

## Closing
closing-title = Close billing periods
closing-title-company = Close billing periods · { $company }
closing-nothing = No period that ends by { $date } is open: there is nothing to close.
closing-left-out = { $client } is left out: what is open until then comes to more than an invoice can hold. Close its periods up to an earlier day first.
closing-through = Through
closing-through-title = Close periods that end until a day
closing-through-about = All periods that end on this day or before. The day has to be over.
closing-through-verb = show
closing-sums = Through { $date }: { $periods ->
    [one] 1 period
   *[other] { $periods } periods
 }, { $invoices ->
    [one] 1 invoice
   *[other] { $invoices } invoices
 }, { $total }.
closing-for-good = A closed period never changes. What is found out later is billed as a correction in the next one.
closing-type-day = Type { $date }
closing-other-day = Type { $date } to close these periods.
closing-verb = close for good
closing-done = Closed through { $date }: { $periods ->
    [one] 1 period
   *[other] { $periods } periods
 }, { $invoices ->
    [one] 1 invoice
   *[other] { $invoices } invoices
 }, { $total }.

## Invoices
invoice = Invoice
invoices-title = Invoices
invoices-title-company = Invoices · { $company }
invoices-none = There are no invoices yet.
invoice-number = Number
invoice-provider = From
invoice-company = For
invoice-through = Through
invoice-closed-at = Made on
invoice-by = Closed by
invoice-sum = sum
invoice-total = total
invoice-export = Export the invoice

## Contracts
contracts-title = Contracts · { $company }
contracts-none = No contracts yet; N makes one.
contract-column-name = Contract
contract-column-sells = Sells
contract-column-state = State
contract-column-left = Left
contract-active = active
contract-pending = pending
contract-expired = expired
contract-recurring = recurring
    .about = Services that are billed period by period.
contract-per-request = one request
    .about = Prepaid support for this request alone, from opening to closing.
contract-subscription = subscription
    .about = Prepaid support for a time, however many hours it takes.
contract-time-limited = time-limited
    .about = Prepaid hours that lapse on the last day.
contract-support-hours = hours
    .about = Prepaid hours that last until they are used up.
contract-other = other
contract-licences = licences
contract-from = from { $date }
contract-since = since { $date }, without end
contract-days = { $count ->
    [one] 1 day
   *[other] { $count } days
 }
contract-no-end = no end
contract-kind-title = What kind of contract
contract-create-title = New contract for { $company } · { $kind }
contract-create-verb = make it
contract-created = The contract “{ $contract }” is made.
contract-name = Name
contract-name-needed = Write a name.
contract-number = Number
contract-start = First day
contract-end = Last day
contract-ends-before = The last day is before the first one.
contract-anchor = Periods
contract-anchor-calendar = by the calendar, from the 1st
contract-anchor-start = from the contract's first day
contract-hours = Hours
contract-renewal-notice = Days of notice
contract-approved = Approved
contract-description = Description
contract-scope = For
contract-scope-item = item
contract-scope-customer = person
contract-scope-whole = the client as a whole
contract-title = { $contract } · { $company }
contract-used = { $used } of { $bought } used
contract-not-approved = Not approved yet: it holds once it is.
contract-approved-already = This contract is approved already.
contract-is-approved = “{ $contract }” is approved.
contract-not-pending = Only a pending contract can be let start today.
contract-enable-question = Let “{ $contract }” start today instead of { $date }? Requests that wait for it open at once.
contract-is-enabled = “{ $contract }” starts today.
contract-edit-title = Edit “{ $contract }”
contract-saved = “{ $contract }” is saved.
contract-renew-title = Renew “{ $contract }”
contract-renew-from = Another contract with the same services follows from { $date } on.
contract-renew-verb = renew
contract-renewed = “{ $contract }” is renewed.
contract-renewed-already = Another contract follows it already.
contract-automation-follows = Licences are still billed by the contract that this one renews: choose this one for that, from { $date } on.
contract-never-ends = This contract has no end, so none follows it.
contract-months = Months
contract-months-wrong = Write a whole number of months, like 12.
contract-clone-title = Repeat “{ $contract }” for another client
contract-clone-verb = repeat it
contract-clone-whole = For the whole client
contract-clone-scope = It is applied to { $name } here, which is none of another client's. Say that it holds there for the client as a whole; for an item or a person there, make a new contract.
contract-clone-whole-needed = Say that it holds for the whole client there, or make a new contract for an item or a person.
contract-company-needed = Choose a company.
contract-cloned = “{ $contract }” is repeated for { $company }.
contract-no-services = No services on this contract; N adds one.

## Services
service = Service
service-title = New service of the catalogue
service-verb = make it
service-made = The service “{ $name }” is in the catalogue.
service-name = Name
service-period = Billed
service-price = Price
service-column-price = Price
service-price-here = Price (if other)
service-units = Units
service-from = From
service-needed = Choose a service.
service-reserved = kept for licence billing alone
service-add-title = Put a service on “{ $contract }”
service-add-verb = add it
service-added = “{ $service }” is on “{ $contract }”.
period-once = once
period-month = a month
period-quarter = a quarter
period-half-year = half a year
period-year = a year
units-title = Units of { $service } ({ $count })
units-now = { $service } has { $count ->
    [one] one unit
   *[other] { $count } units
 } today. Write how many more, or fewer with a minus.
units-closed = From a day in a closed period on, the difference is billed as a correction in the next one.
units-change = Change
units-from = From
units-note = Why
units-none = Write how many more or fewer.
units-verb = change them
units-automated = Licence billing sets these units: they follow the people with a Taskfire level.
units-changed = { $service }: { $count } from { $date } on.
price-title = Price of { $service } ({ $price })
price-next-period = { $service } costs { $price } now. Another price holds from the next period on.
price-verb = change it
price-changed = { $service } costs { $price } from the next period on.
price-coming = { $price } from { $date } on

## Licence billing
automation-title = { $company } · licence billing
automation-own = Our own company: its licences are counted and never billed.
automation-off = { $count ->
    [0] No licences yet, and nothing bills them.
    [one] One licence, and nothing bills it.
   *[other] { $count } licences, and nothing bills them.
 } Choose a contract, then its service.
automation-total = { $count ->
    [one] 1 licence
   *[other] { $count } licences
 } × { $price } = { $total } a month
automation-since = { $contract } · { $service }, since { $date }
automation-until = until { $date }
automation-next = From { $date } on: { $contract } · { $service }
automation-warning-contract-not-dedicated = This contract carries other services too. Keep a contract for the licences alone.
    .short = carries other services
automation-warning-automation-contract-expired = The contract has ended: nothing is billed until another one is chosen. Taskfire keeps working.
    .short = contract ended
    .word = ended
automation-warning-automation-contract-ends-soon = The contract ends soon. Renew it, or choose another one.
    .short = contract ends soon
automation-contract = Contract
automation-service = Service
automation-from = From
automation-choose = choose one
automation-service-waits = The service is chosen once a contract is.
automation-ended = ended on { $date }
automation-from-title = From when on the change holds
automation-from-earliest = as early as possible
automation-from-late = The contract that bills now has ended. Left empty, this one bills from the day on which nothing has billed since, as far as its period reaches back.
automation-from-verb = choose it
automation-partial-month = The first period is no whole calendar month: it runs from the contract's first day.
automation-anchor-cure = With periods by the calendar, every period is a calendar month, and the first is billed by its days.
automation-recommended = Recommended
recommend-per-user = Automation is for clients who pay by user.
recommend-flat-fee = For a flat fee take an ordinary recurring contract without automation.
recommend-dedicated-contract = Keep a contract for the licences alone.
recommend-dedicated-service = Keep a service for the licences alone, and name it so: “Taskfire License Fee”.
automation-former = Before
automation-contract-name = Taskfire licences
automation-contract-title = New contract for the licences of { $company }
automation-contract-needed = Choose a contract.
automation-saved = { $company }: { $count ->
    [one] 1 licence
   *[other] { $count } licences
 } × { $price } = { $total } a month.
automation-is-off = Nothing bills the licences here, so there is nothing to stop.
automation-stop-title = Stop licence billing for { $company } ({ $count })
automation-stop-about = Taskfire keeps working for { $company }. Nobody bills its { $count } licences from that day on.
automation-stop-from = From
automation-stop-verb = stop it
automation-stopped = Licence billing for { $company } is stopped.

## Settings of contracts
contract-settings-title = Settings of contracts
contract-settings-active = Contracts
contract-settings-validation = Requests need a contract
contract-settings-about-active = Contracts are active: they decide what work is covered.
contract-settings-about-ready = Every item has an owner: contracts can be activated.
contract-settings-assign-first = Give every item an owner first; then contracts can be activated.
contract-settings-ownerless = Items without an owner: { $count }
contract-settings-all-owned = Every item has an owner.
contract-settings-refused = Refused for want of a contract
contract-settings-refused-line = { $date } · { $company } · { $person } · { $item }
item-serial-number = Serial number
activation-title = Activate contracts
activation-option = Uncovered time
activation-no-default = Choose one of the two: there is no default.
activation-verb = activate
activation-done = Contracts are active.
time-expired-rollover = carry over
    .about = it is applied to the next contract
time-expired-ignore = leave
    .about = it stays uncovered
validation-question-on = Take requests only where a contract covers them? Others are refused, and your administrators are told.
validation-question-off = Take requests without a contract too? Those that wait for one open.
validation-is-on = Requests need a contract from now on.
validation-is-off = Requests need no contract any more.
assign-item-title = Owner of { $item }
assign-item-contact = Person (none: the company as a whole)
assign-item-verb = assign
assign-item-done = { $item } is { $owner }'s.

## Tickets and their contracts
detail-contract = Contract
detail-coverage = Covered
detail-held = Held
coverage-left = { $hours } left
coverage-none = No contract covers this ticket.
coverage-minutes = { $covered } covered, { $uncovered } not covered
coverage-carried = ; { $hours } of it go into the next contract
coverage-waiting = ; { $hours } of it wait for one
coverage-held = ! held: it waits until its contract holds
coverage-held-by = ! held until “{ $contract }” holds ({ $date })
coverage-held-client = ! no contract covers this request yet: { $provider } begins once one does
remind-done = Reminded of the contract that is missing: { $what }.
reason-reminds-provider = The provider is asked already; its technicians can remind of the contract.
naming-none = none
naming-covered = Covered by { $contract } ({ $to ->
    [item] for the item
    [customer] for the person
   *[org_unit] for the whole client
}).
naming-uncovered = No contract covers it; requests are taken without one.
naming-held = { $contract }: the request waits until then.
naming-refused = No contract covers it: it is refused until there is one.
service-or-bundle = Service or bundle
service-is-bundle = Put the cursor on a service: a bundle is edited through Autotask's routes.
service-edit-title = Edit “{ $service }” in the catalogue
service-edit-about = Contracts keep the prices that they have.
service-on-invoice = On invoices
service-cost = Costs us
service-active = For sale
service-saved = “{ $name }” is saved.
cover-title = Contract for “{ $title }”
cover-about = No contract covers this request. It is created together with the one that you make here.
cover-about-there = No contract covers this request. Once the one that you make here is there, the change goes on by itself.
cover-form = Contract
cover-verb = make both
cover-done = The request has a contract now.
reason-no-contract-missing = This change was not refused for want of a contract.

## Reports
reports-title = Reports · { $company }
report-blocks = CLIENT BLOCK REPORT
report-invoices = INVOICE REPORT
recent-invoices = Recent invoices
report-bought = Bought
report-used = Used
report-no-blocks = No prepaid contracts.

## Why not
reason-not-at-billing = Open billing first: g b.
reason-not-at-closing = Open the closing of periods first.
reason-not-at-invoices = Open invoices first.
reason-not-at-contracts = Open a client's contracts first.
reason-not-at-contract = Open a contract first.
reason-not-at-automation = Open a client's licence billing first.
reason-not-at-contract-settings = Open the settings of contracts first.
reason-no-client = Choose a client first: go to the companies or to billing.
reason-no-reports = Your level reads no reports.
reason-provider = Only the provider's people can do this.
