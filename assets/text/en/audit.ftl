# The log of administrative acts.

audit-title = Audit log
audit-entry-title = Audit log · entry { $number }
audit-at = When
audit-who = Who
audit-act = What
audit-subject = About
audit-origin = From
audit-digest = Digest
audit-differences = BEFORE → AFTER
audit-no-difference = Nothing is kept of before and after.
audit-none = No entry fits. Type client:… act:… who:… since:… until:… behind the filter's key, or nothing for all.
audit-more = Older ones are further down. Choose with client: act: who: since: until:
audit-all = No older entries.
audit-unreadable = Not understood: { $words }. Known are client: act: who: since: until:
audit-newest = Newest digest
audit-digest-about = Keep it elsewhere: `tandem audit verify --from` with it finds an entry that was removed, altered, or cut off the end.
audit-digest-copied = The newest digest is on its way to your clipboard. `tandem audit verify --from` with it checks the log.
audit-exported = The log is written to { $path }, readable by you alone.

reason-not-at-audit = Open the audit log first.
reason-no-entry = No entry is under the cursor.

context-audit = Audit log
intent-audit-open = open the entry
    .short = open
    .about = Shows what was different afterwards.
intent-audit-export = export the log
    .short = export
    .about = Writes all of it as JSON lines with their digests, into a file that you alone can read.
intent-audit-digest = copy the newest digest
    .short = copy digest
    .about = Kept elsewhere, it proves later that nothing was cut off.
intent-go-audit = go to the audit log
    .short = audit log
    .about = Every administrative act: who, when, from where, before and after.

## What entries hold, by its name on the wire
field-isActive = Active
field-isPortalActive = Portal
field-licenceSince = Licence since
field-feature = Feature
field-completeTaskfireWithAutotask = Completes Taskfire
field-completeAutotaskWithTaskfire = Completes Autotask
field-hideFinancials = Hides reports
field-twoFactor = Second factor
field-lockAfterMinutes = Locked after minutes
field-shownTime = Shown time
field-resourceNames = Names shown
field-ticketsSince = Tickets since
field-nextVersion = Next version
field-assignableLevels = Assignable levels
