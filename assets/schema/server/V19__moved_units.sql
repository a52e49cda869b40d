-- Units that a contract begins with go with its first day while no period of it is closed: of a change of units its day
-- moves, and nothing else.
DROP TRIGGER unit_change_is_not_changed;
CREATE TRIGGER unit_change_only_moves BEFORE UPDATE OF
    id, contract_service_id, delta, cause, at, by_person, by_name, note
  ON unit_change
  BEGIN SELECT RAISE(ABORT, 'of a change of units only its day moves'); END;
CREATE TRIGGER unit_change_is_not_moved_once_closed BEFORE UPDATE OF day ON unit_change
  WHEN EXISTS (SELECT 1 FROM closed_period WHERE contract_service_id = OLD.contract_service_id)
  BEGIN SELECT RAISE(ABORT, 'a change of units stays on its day once a period is closed'); END;
