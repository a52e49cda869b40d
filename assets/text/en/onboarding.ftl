# A client's way to a working Taskfire: the list of clients, the set-up, the agreement, what was accepted, the settings.

## Clients
companies-title = Companies
companies-choose = Which companies
companies-all = all
companies-taskfire = with Taskfire
companies-incomplete = with something missing
companies-without = without Taskfire
companies-none = No company here. f chooses others, / filters by name.
companies-more = There are more; filter by name with / to find them.
companies-portal = Portal
companies-taskfire-column = Taskfire
companies-licences = Licences
companies-missing = Still missing
companies-contract = Contract
switch-on = on
switch-off = off
missing-no-taskfire-user = no Taskfire user
missing-feature-inactive = Taskfire is off everywhere

## Why something can't be asked for now
reason-not-at-companies = Go to the companies first.

## Keys
context-companies = Companies
intent-go-companies = go to the companies
    .short = companies
    .about = Your clients with their portal, their Taskfire and what is still missing.
intent-companies-open = open the company's set-up
    .short = open
    .about = Everything from no portal to a working Taskfire, as a checklist that you can leave and take up again.
intent-companies-choose = choose which companies are shown
    .short = which ones
    .about = All of them, those with Taskfire, those with something missing, or those without Taskfire.
