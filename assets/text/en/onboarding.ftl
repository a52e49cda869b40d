# A client's way to a working Taskfire: the list of clients, the set-up, the agreement, what was accepted, the settings.

## Clients
companies-title = Companies
companies-choose = Which companies
companies-all = all
companies-taskfire = with Taskfire
companies-incomplete = with something missing
companies-without = without Taskfire
companies-none = No company here. { $choose } chooses others, { $filter } filters by name.
companies-more = There are more; filter by name with { $filter } to find them.
companies-portal = Portal
companies-taskfire-column = Taskfire
companies-licences = Licences
companies-missing = Still missing
companies-contract = Contract
switch-on = on
switch-off = off
missing-no-taskfire-user = no Taskfire user
missing-feature-inactive = Taskfire is off everywhere
missing-portal-inactive = the portal is off everywhere
companies-inactive = inactive

## The set-up
setup-title = { $company } · set-up
setup-licences = { $count ->
    [one] 1 licence
   *[other] { $count } licences
 }
setup-licences-charged = { $licences }, { $billable } charged
setup-on-since = On since { $at }.
setup-own = our own company, free of charge
setup-no-taskfire-user = Not fully set up: nobody at this company has a Taskfire level yet.
setup-feature-inactive = Taskfire is switched off for the whole instance, so it can't be enabled here.
setup-portal-inactive = The portal is switched off for the whole instance, and Taskfire needs it; so it can't be enabled here.
setup-enabled-by = Enabled by { $name } on { $at }, agreement version { $version }.
setup-view = View acknowledgement{ $count ->
    [one] {""}
   *[other] {" "}({ $count } in all)
 }
setup-settings = Settings
setup-more = more with { $key }
setup-agreed = Agreed on beforehand
setup-people = { $contacts ->
    [0] The company has no active contact yet; make one first.
    [one] One active contact, { $users } with a Taskfire level.
   *[other] { $contacts } active contacts, { $users } with a Taskfire level.
 }
setup-price = A licence costs { $fee } { $currency } a month, from the day the level is given.
setup-price-own = Licences of our own company are free of charge.
setup-price-unknown = What a licence costs is not set for this instance.

## Steps
step-done = done
step-optional = optional
step-unavailable = optional; not there yet
step-waits = comes once Taskfire is on
step-preparation = Agree on four points
    .about = Before you enable Taskfire, agree with the company's IT staff on four points: how work moves between you, who answers for what, which request types each side handles, and which way an escalation usually takes. Write the answers here; they stay with the company's configuration.
step-preparation-open = { $count ->
    [0] nothing written down yet
   *[other] { $count } of 4 written down
 }
step-preparation-done = written down
step-enable = Enable Taskfire
    .about = Enabling opens the agreement. Nothing is on before you have accepted it.
step-enable-open = by accepting the agreement
step-enable-done = { $name }, { $at }
step-enable-unavailable = Taskfire is off for the whole instance; switch the feature on first
step-settings = Choose the settings
    .about = Whether completing on one side completes the other too, and whether financial reports are hidden.
step-settings-on = { $count } of 3 on
step-first-user = First Taskfire user
    .about = Give somebody a Taskfire level. Without anybody who has a Taskfire level the company can't work in Taskfire.
step-first-user-open = nobody has a Taskfire level yet
step-first-user-nobody = nobody is there yet; make a contact first
step-first-user-done = { $count ->
    [one] 1 person has a Taskfire level
   *[other] { $count } people have a Taskfire level
 }
step-workflow-rules = Workflow rules
    .about = Optional: rules that send certain kinds of tickets to the company's desk by themselves.
step-workflow-rules-unavailable = Workflow rules are not there yet; tickets are handed over by hand until then.
step-billing = Billing
    .about = Optional: licences are counted and billed by themselves.
step-billing-unavailable = Automated billing is not there yet; licences are counted and billed by hand until then.

## The four points
preparation-title = Agreed on with { $company }
preparation-work-flow = Work flow
preparation-responsibilities = Responsibilities
preparation-request-types = Request types
preparation-escalation-path = Escalation path
preparation-verb = save
preparation-saved = { $company }: what was agreed on is written down.

## The portal's switch
portal-question-on = Switch the portal on for { $company }? Its people can then sign in, each with a login of their own.
portal-question-off = Switch the portal off for { $company }? Nobody of the company can sign in while it is off; nothing is deleted.
portal-is-on = The portal is on for { $company }.
portal-is-off = The portal is off for { $company }.

## The agreement
language-en = English
language-de = German
language-es = Spanish
agreement-title = { $company } · Taskfire · agreement version { $version }, { $published }, { $language }
agreement-title-short = { $company } · agreement { $version }, { $published }, { $language }
agreement-read = read to { $percent } %
agreement-replaced = ! Version { $now } took the place of version { $before } while you were reading. Nothing was accepted; please read it from the beginning.
agreement-switches-portal = ! The client's portal is off; accepting switches it on too.
agreement-goes-on = more below
agreement-end = end of the text
agreement-accept = Accept
agreement-needs-both = needs both boxes
agreement-needs-first = needs the first box
agreement-needs-second = needs the second box
agreement-accepted = Taskfire is on for { $company }.

## What was accepted
acknowledgement-title = { $company } · acknowledgement
acknowledgement-number = { $number } of { $count }, newest first
acknowledgement-company = Company
acknowledgement-version = Agreement
acknowledgement-version-value = version { $version }, { $published }, { $language }
acknowledgement-by = Accepted by
acknowledgement-at = Accepted at
acknowledgement-digest = SHA-256 of the text
acknowledgement-export = Export the acknowledgement

## The settings
settings-title = { $company } · Taskfire settings
settings-unsaved = not saved yet
settings-saved = { $company }: the settings are saved.
settings-preview = what would follow on a ticket that both sides share
setting-autotask = Completing in Autotask completes Taskfire too
    .about = When the owner in Autotask completes an escalated ticket, the client's status becomes Complete as well.
setting-taskfire = Completing in Taskfire completes Autotask too
    .about = When the owner in Taskfire completes a transferred ticket, your status becomes Complete as well.
setting-financials = Hide financial reports from Taskfire users
    .about = Hides three things: the Invoice report, the Client Block report, and the Recent Invoices card.
sample-autotask-owner = { $name } owns it in Autotask and completes it:
sample-autotask-other = Somebody else in Autotask completes it:
sample-taskfire-owner = Its owner in Taskfire completes it:
sample-taskfire-other = Somebody else in Taskfire completes it:

## Switching Taskfire off
disable-asked = The server is asked what would follow; the dialog opens with the answer.
disable-waits = What would follow is here; the question comes once what is open is closed.
disable-title = Disable Taskfire for { $company }
disable-returned = { $count ->
    [0] No shared ticket is held by { $company }.
    [one] One shared ticket that { $company } holds returns to you as New.
   *[other] { $count } shared tickets that { $company } holds return to you as New.
 }
disable-kept = { $count ->
    [0] No escalated ticket is with you.
    [one] One escalated ticket stays with you.
   *[other] { $count } escalated tickets stay with you.
 }
disable-archived = Tickets that { $company } keeps to itself become an archive that nobody can write.
disable-users = { $count ->
    [0] Nobody has a Taskfire level to lose.
    [one] One person loses the Taskfire level.
   *[other] { $count } people lose their Taskfire level.
 }
disable-licences = { $count ->
    [0] No licence ends.
    [one] One licence ends today.
   *[other] { $count } licences end today.
 }
disable-again = You can enable it again later, with a new acknowledgement; levels are not given back by it.
disable-type-name = Type its name
disable-verb = disable
disable-leave = leave it on
disable-other-name = That is not the name. Type “{ $company }” to disable Taskfire there.
disable-done = Taskfire is inactive for { $company }.

## Why something can't be asked for now
reason-not-at-companies = Go to the companies first.
reason-not-at-setup = Open a company first: go to the companies and choose one.
reason-not-answered = The server has not answered yet.
reason-not-at-agreement = The agreement is opened by the step “Enable Taskfire” of a company's set-up.
reason-not-on-a-box = Go to a box with { $key } first.
reason-not-on-accept = Both boxes are ticked; go to Accept with { $key }, then { $accept } accepts.
reason-not-at-acknowledgement = Open an acknowledgement first, in a company's set-up.
reason-no-acknowledgement = Nothing was ever accepted for this company.
reason-oldest-acknowledgement = This is the oldest one.
reason-newest-acknowledgement = This is the newest one.
reason-not-at-settings = Open a company's Taskfire settings first, in its set-up.
reason-taskfire-is-off = Taskfire is off at this company; enable it first.
reason-nothing-changed = Nothing was changed.

## Keys
context-companies = Companies
context-setup = A company's set-up
context-agreement = Agreement
context-acknowledgement = Acknowledgement
context-settings = Taskfire settings
intent-go-companies = go to the companies
    .short = companies
    .about = Your clients with their portal, their Taskfire and what is still missing.
intent-companies-open = open the company's set-up
    .short = open
    .about = Everything from no portal to a working Taskfire, as a checklist that you can leave and take up again.
intent-companies-choose = choose which companies are shown
    .short = which ones
    .about = All of them, those with Taskfire, those with something missing, or those without Taskfire.
intent-setup-do = do the step under the cursor
    .short = do it
    .about = Opens what the step needs. Enabling opens the agreement and does nothing by itself.
intent-setup-acknowledgement = view the acknowledgement
    .short = view acknowledgement
    .about = Who accepted which version of the agreement when, with its text; older ones too.
intent-setup-portal = switch the company's portal on or off
    .short = portal on or off
    .about = Nobody of the company can sign in while its portal is off.
intent-setup-disable = disable Taskfire at the company
    .short = disable Taskfire
    .about = Shows first what would happen to tickets, people and licences, and asks for the company's name.
intent-agreement-tick = tick the box
    .short = tick
    .about = Ticks the box that the keys are for, or takes the tick away.
intent-agreement-accept = accept the agreement
    .short = accept
    .about = Switches Taskfire on. Works only on the word Accept, with both boxes ticked.
intent-acknowledgement-older = the acknowledgement before
    .short = older
    .about = What was accepted before this one.
intent-acknowledgement-newer = the acknowledgement after
    .short = newer
    .about = What was accepted after this one.
intent-acknowledgement-export = export the acknowledgement as a text file
    .short = export
    .about = Everything of it, in a file that only you can read.
intent-page-leave = leave everything as it was
    .short = leave, nothing changes
    .about = What was ticked or chosen here and not sent is gone; nothing else is.
intent-settings-toggle = switch the setting on or off
    .short = on or off
    .about = Shows below what would follow; nothing is written before you save.
intent-settings-save = save the settings
    .short = save
    .about = Writes all three settings at once. They decide when somebody completes a ticket, from now on.
