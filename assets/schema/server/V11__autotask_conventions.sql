-- What an API credential may ask for (autotask-rest 8): nothing is limited unless it says so.
ALTER TABLE api_credential ADD COLUMN hourly_limit INTEGER CHECK (hourly_limit > 0);
ALTER TABLE api_credential ADD COLUMN limit_at_once INTEGER CHECK (limit_at_once > 0);
ALTER TABLE api_credential ADD COLUMN is_delayed INTEGER NOT NULL DEFAULT 0;
