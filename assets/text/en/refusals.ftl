# Why something is refused, and what would make it possible. Keys are `refusal-` and the refusal's code.

refusal-unknown = The server refused this ({ $code }).

refusal-forbidden = Your security level doesn't allow this. Ask somebody whose level does, or an administrator.
refusal-not_holder = { $side } has the ticket now, so only { $side } can do this. A public note reaches them.
refusal-taskfire_not_enabled = Taskfire is off at this company. The provider's administrators can switch it on.
refusal-predates_taskfire = The ticket was made while Taskfire was off, so it stays on its side. Create it again to hand it over.
refusal-ticket_complete = The ticket is complete on your side. Reopen it first.
refusal-contract_required = No contract covers this work. The provider's administrators can create one; then try again.
refusal-not_escalated = Only a ticket that was escalated and is still with the provider can go back this way.
refusal-already_started = Work on it has begun, so it can't be taken or sent back this way. Ask the provider to transfer it.
refusal-reason_required = Say why: both sides will read the reason.
refusal-status_by_handover = This status comes with a hand-over and can't be chosen. Escalate or transfer the ticket instead.
refusal-no_part = { $side } has no part in this ticket. It gets one when the ticket is handed over.
refusal-not_complete = The ticket isn't complete on your side, so there is nothing to reopen.
refusal-required = { $field } is missing.
refusal-out_of_range = { $field } is out of range: { $limit } is the most it takes.
refusal-not_usable = What { $field } names doesn't exist, or can't be used on this ticket.
refusal-not_assignable = This person can't be given the ticket: they must be active and work tickets on your side, at this company.
refusal-already_assigned = Nobody can be in charge of a ticket and help with it too. Take them off one of the two first.
refusal-company_fixed = The company can't change: the ticket is shared, or the company is not yours to choose.
