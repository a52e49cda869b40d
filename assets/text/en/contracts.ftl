# Contracts: why something about one is refused.

refusal-contract_not_recurring = Services stand on contracts of recurring services alone. Choose such a contract, or make one.
refusal-outside_contract = { $end ->
    [none] The contract begins on { $start }. Choose that day or a later one.
   *[other] The contract runs from { $start } to { $end }. Choose one of its days.
 }
refusal-days_unbilled = The contract that billed the licences has ended, so { $first } to { $last } would stay unbilled. Leave the day empty: this contract then bills them from { $first } on.
refusal-automation_begins = Licences are billed by this service from { $on } on, and no other day can be chosen. Leave the day empty.
refusal-contract_not_approved = A contract that is not approved bills nothing, so it can’t bill the licences. Approve it first, or choose another one.
refusal-contract_ended = This contract has ended, so it bills no licences any more. Choose another one, or give it a later end first.
refusal-charge_outside_contract = A service that is billed once is charged on { $on }, which would lie outside the contract’s days. Take that charge back first, or keep the day within.
refusal-units_below_zero = There are not so many units: on that day, or later, fewer than none would be left.
refusal-units_on_contract = This contract has units, bills the licences, or hours of it are used, so its approval stays. End the contract on a day instead.
refusal-period_closed = A period of this contract is closed, so its start and what its periods are counted from stay. Make a new contract instead.
refusal-contract_renewed = “{ $name }” follows on this contract already. Open that one to change it.
refusal-renewal_overlaps = { $field ->
    [start] This contract renews “{ $name }”, which runs until { $day }; days of both would be billed twice. Begin after that day, or let “{ $name }” end earlier first.
   *[end] “{ $name }” renews this contract from { $day } on; days of both would be billed twice. End before that day, or let “{ $name }” begin later first.
 }
refusal-contract_endless = The contract has no end, so nothing can follow on it. Give it an end first.
refusal-below_used = { $minutes } minutes of it are used already, so no less can be bought.
refusal-below_older_blocks = The older blocks of this contract hold { $minutes } minutes. Only its newest block is changed here, so no less can be bought.
refusal-service_in_use = The service stands on a contract, so it stays as it is there. Make another service instead.
