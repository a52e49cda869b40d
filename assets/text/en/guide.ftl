# What people of a client read first, and whom they ask.

guide-title = First steps and further help
guide-title-of = First steps and further help for { $company }
guide-queues = Queues
    .about = Your desk's own tickets lie in queues of your own. Make one for each group that works on its own, and give every kind of work one place: a ticket that nobody finds is nobody's.
guide-request-types = Request types
    .about = A request type is what your people choose when they ask for something. Name them as your people would, and lead each to the queue where it is worked on first.
guide-hours = Business hours
    .about = Due times count only while your desk is open. Enter the hours of each day and the days off, before the first ticket has a due time.
guide-vendors = Vendors
    .about = Work that waits for somebody outside, a carrier or a manufacturer, waits with a vendor. Enter those you work with, so that it can be seen for whom a ticket waits.
guide-users = Users and levels
    .about = You make and manage your people's portal users: basic sees the own requests, advanced those of the organisation, a manager manages users as well. Levels that work in Taskfire are licences and are given by the provider; ask there when somebody begins or leaves.
guide-submit = Ask for something
    .about = In your list, { $key } opens a new request: choose the type that fits best and say in a line what is wrong. You can add to it later.
guide-follow = See how far it is
    .about = { $key } opens the request under the cursor, with everything that was said about it and when.
guide-answer = Answer
    .about = { $key } writes an answer that both sides read. An answer to a request that was closed opens it again.
guide-ask = Further help
guide-ask-manager = Ask { $manager } at { $provider }, who looks after your organisation; for anything urgent submit a request.
guide-ask-provider = Ask { $provider }; for anything urgent submit a request.

intent-guide-open = first steps and further help
    .short = first steps
    .about = What an administrator of Taskfire does, what everybody does, and whom to ask.
