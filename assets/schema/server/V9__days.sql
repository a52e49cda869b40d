-- What the server told of a contract by itself as days passed, once for each last day that it had: that it bills licences no
-- longer (N12), that it is to be renewed (LTX-08).
CREATE TABLE contract_told (
  contract_id INTEGER NOT NULL,
  event TEXT NOT NULL,
  end_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (contract_id, event, end_day)
) STRICT, WITHOUT ROWID;

-- How many days before its end somebody is told that a contract is to be renewed; null: nobody is.
ALTER TABLE contract ADD COLUMN renewal_notice_days INTEGER;
CREATE INDEX contract_to_renew ON contract (end_date) WHERE renewal_notice_days IS NOT NULL;

-- Who held a licence when a period began: each person's newest change of level before, from the index alone.
CREATE INDEX level_history_held ON level_history (company_id, contact_id, id, day, is_licence);
