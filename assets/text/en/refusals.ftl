# Why something is refused, and what would make it possible. Keys are `refusal-` and the refusal's code.

refusal-unknown = The server refused this ({ $code }).

refusal-forbidden = { $act ->
    [escalate] Not yours: only Taskfire can escalate. Transfer the ticket to hand it to the client.
    [transfer] Not yours: only Autotask can transfer. Escalate the ticket to hand it to the provider.
    [decline] Not yours: only Autotask can decline what was escalated to it. Recall the ticket while it is New there.
    [recall] Not yours: only Taskfire can recall what it escalated. Decline the ticket while it is New, or transfer it.
   *[other] Your security level doesn't allow this. Ask somebody whose level does, or an administrator.
 }
refusal-not_holder = { $side } has the ticket now, so only { $side } can do this. A public note reaches them.
refusal-taskfire_not_enabled = Taskfire is off at this company. The provider's administrators can switch it on.
refusal-predates_taskfire = The ticket was made while Taskfire was off, so it stays on its side. Create it again to hand it over.
refusal-ticket_complete = The ticket is complete on your side. Reopen it first.
refusal-contract_required = { $taker ->
    [you] { $offer ->
        [per_item] No contract covers this work. Create one together with the request: for this request alone, or for its item.
       *[other] No contract covers this work. Create one for this request alone together with it, or name the item and create one for that.
     }
   *[administrators] No contract covers this work. The provider's administrators have been asked for one and you will be told when it is there; then try again.
 }
refusal-request_held = The request waits until its contract is active: notes are taken, time and statuses are not. An administrator can enable the contract now.
refusal-request_not_held = Nothing waits for a contract here, so there is nothing to be reminded of.
refusal-ends_before_start = The contract would end before it starts. Choose a later end or an earlier start.
refusal-contracts_overlap = { $name } already covers the same in that time. Start this one after it ends, or end that one first.
refusal-time_expired_option_required = Choose what happens to time that its contract doesn't cover: rollover to the next contract, or ignore.
refusal-contracts_active = Contracts are active already.
refusal-contracts_inactive = Contracts are not active yet. An administrator of the provider activates them.
refusal-items_without_owner = { $count ->
    [1] One item has no owner. Give it to a person or a company first.
   *[other] { $count } items have no owner. Give each to a person or a company first.
 }
refusal-time_in_future = Time can't be logged for a day that is still to come.
refusal-day_full = A day has 24 hours: { $left } minutes are left of this one.
refusal-not_escalated = Only a ticket that was escalated and is still with the provider can go back this way.
refusal-already_started = { $own ->
    [autotask] Work on it has begun, so it can't be declined any more. Transfer it instead.
   *[other] Work on it has begun, so it can't be taken or sent back this way. Ask the provider to transfer it.
 }
refusal-reason_required = Say why: both sides will read the reason.
refusal-status_by_handover = This status comes with a hand-over and can't be chosen. Escalate or transfer the ticket instead.
refusal-no_part = { $side } has no part in this ticket. It gets one when the ticket is handed over.
refusal-not_complete = The ticket isn't complete on your side, so there is nothing to reopen.
refusal-required = { $label } is missing.
refusal-out_of_range = { $label } is out of range: { $limit } is the most it takes.
refusal-invalid = { $field ->
    [timeZone] A time zone is named like Europe/Berlin or America/New_York.
    [currency] A currency has the three letters of ISO 4217, like EUR.
    [licenceFee] The licence fee is an amount from 0.00 to 99999.99 with at most two decimals, like 20.00.
    [lockAfterMinutes] The screen is locked after 1 to 1440 minutes; leave it empty for never.
    [ticketsSince] A day is written like 2026-01-31, and is not later than today.
    [colour] A colour is written like #1a6fb5; leave it empty for none.
    [start] A contract begins between 2000-01-01 and 2099-12-31.
    [end] A contract ends on 2099-12-31 at the latest; leave the end empty for none.
    [from] Choose today or a later day, 2099-12-31 at the latest, or leave the day empty.
   *[other] { $label } holds characters that can't be shown, like tabs or line ends. Type it again without them.
}
refusal-not_usable = What { $label } names doesn't exist, or can't be used on this ticket.
refusal-not_assignable = This person can't be given the ticket: they must be active and work tickets on your side, at this company.
refusal-already_assigned = Nobody can be in charge of a ticket and help with it too. Take them off one of the two first.
refusal-company_fixed = The company can't change: the ticket is shared, time is logged on it, or the company is not yours to choose.
refusal-both_boxes_required = Tick both boxes of the agreement; then it can be accepted.
refusal-agreement_outdated = Version { $version } of the agreement was published meanwhile. Read it and accept it; nothing was enabled.
refusal-taskfire_already_enabled = Taskfire is on already at this company. View the acknowledgement to see who enabled it.
refusal-feature_inactive = This feature is switched off for the whole instance. A provider's administrator switches it on under Activations.
refusal-disable_taskfire_first = The portal stays on while Taskfire is on. Disable Taskfire first.
refusal-not_confirmed = What was typed is not the company's name. Type it as it stands above.
refusal-ticket_archived = Taskfire is off at this company, so this ticket is an archive that can only be read.
refusal-level_by_provider_only = Only the provider gives Taskfire levels, since each is a licence. Ask the provider.
refusal-level_not_assignable = The provider keeps this level for itself. Choose another one, or ask the provider.
refusal-level_in_use = People still have this level. Give them another one first.
refusal-system_level = System levels can't be edited or deleted. Make a level of your own after it.
refusal-other_licence_held = This person holds a co-managed licence. One person holds one of the two.
refusal-fee_changed = The licence fee has changed meanwhile. Look at it again, then confirm.
refusal-currency_fixed = The currency can't change any more: a period is closed.
refusal-person_not_active = This person is not active. Activate them first.
refusal-not_printable = Character { $place } of { $label } can't be shown. Take it out.
refusal-user_name_taken = This user name is taken. Choose another one.
refusal-password_wrong = The old password is not the right one. Type it again.
refusal-password_too_short = A password has at least { $least } characters. A few words in a row are easy to keep in mind.
refusal-password_known = The password can't be the user name, nor the one that it replaces. Choose another one.
refusal-password_must_change = The password was set by somebody else. Change it first; then everything is there.
refusal-two_factor_required = Two-factor sign-in is required here. Set it up first; then everything is there.
refusal-two_factor_configured = Two-factor sign-in is set up already. Remove it first, or ask an administrator to reset it.
refusal-two_factor_not_begun = Begin to set up two-factor sign-in first; the code then confirms it.
refusal-code_wrong = This code is not right, or was used before. Wait for the next one.
refusal-not_an_address = This is no address for mail: it looks like name@company.example. It may stay empty.
refusal-automation_contract_required = Choose the contract first: the service is one of that contract's.
refusal-service_reserved = This service is kept for billing Taskfire licences, so it can't bill anything else, nor in another place, nor have units that are set by hand. Take its units away, or take another service.
refusal-units_automated = The units of this service follow the people with a Taskfire level by themselves. Give or take levels instead.
refusal-service_not_monthly = Licences are billed by the month. Take a service with a monthly period.
refusal-own_licences = The provider's own licences are counted but never billed, so there is nothing to automate.
refusal-period_not_over = A period can be closed once its last day is over. Choose a day before today.
refusal-nothing_to_close = No period that is over is left open until that day.
refusal-preview_outdated = What would be closed has changed since you looked, or somebody closed it meanwhile. Look at the preview again.
refusal-upload_incomplete = Not all of the file is at the server. Send the missing pieces first.
