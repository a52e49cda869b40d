-- Webhooks: where what happens to tickets and their notes is sent, and what is still to be sent.

CREATE TABLE ticket_webhook (
  id INTEGER PRIMARY KEY,
  deactivation_url TEXT,
  is_active INTEGER,
  is_ready INTEGER,
  is_subscribed_to_create_events INTEGER,
  is_subscribed_to_delete_events INTEGER,
  is_subscribed_to_update_events INTEGER,
  name TEXT,
  notification_email_address TEXT,
  owner_resource_id INTEGER REFERENCES resource (id),
  send_threshold_exceeded_notification INTEGER,
  webhook_guid TEXT,
  webhook_url TEXT
) STRICT;
-- Each write of a ticket asks whether there is one at all.
CREATE INDEX ticket_webhook_live ON ticket_webhook (id) WHERE is_active AND is_ready;
CREATE INDEX ticket_webhook_owner ON ticket_webhook (owner_resource_id);
CREATE TABLE ticket_webhook_field (
  id INTEGER PRIMARY KEY,
  field_id INTEGER,
  is_display_always_field INTEGER,
  is_subscribed_field INTEGER,
  webhook_id INTEGER REFERENCES ticket_webhook (id)
) STRICT;
CREATE UNIQUE INDEX ticket_webhook_field_webhook ON ticket_webhook_field (webhook_id, field_id);
CREATE TABLE ticket_webhook_udf_field (
  id INTEGER PRIMARY KEY,
  is_display_always_field INTEGER,
  is_subscribed_field INTEGER,
  udf_field_id INTEGER REFERENCES user_defined_field_definition (id),
  webhook_id INTEGER REFERENCES ticket_webhook (id)
) STRICT;
CREATE UNIQUE INDEX ticket_webhook_udf_field_webhook ON ticket_webhook_udf_field (webhook_id, udf_field_id);
CREATE INDEX ticket_webhook_udf_field_definition ON ticket_webhook_udf_field (udf_field_id);
CREATE TABLE ticket_webhook_excluded_resource (
  id INTEGER PRIMARY KEY,
  resource_id INTEGER REFERENCES resource (id),
  webhook_id INTEGER REFERENCES ticket_webhook (id)
) STRICT;
CREATE UNIQUE INDEX ticket_webhook_excluded_resource_webhook
  ON ticket_webhook_excluded_resource (webhook_id, resource_id);
CREATE INDEX ticket_webhook_excluded_resource_resource ON ticket_webhook_excluded_resource (resource_id);

CREATE TABLE ticket_note_webhook (
  id INTEGER PRIMARY KEY,
  deactivation_url TEXT,
  is_active INTEGER,
  is_ready INTEGER,
  is_subscribed_to_create_events INTEGER,
  is_subscribed_to_delete_events INTEGER,
  is_subscribed_to_update_events INTEGER,
  name TEXT,
  notification_email_address TEXT,
  owner_resource_id INTEGER REFERENCES resource (id),
  send_threshold_exceeded_notification INTEGER,
  webhook_guid TEXT,
  webhook_url TEXT
) STRICT;
CREATE INDEX ticket_note_webhook_live ON ticket_note_webhook (id) WHERE is_active AND is_ready;
CREATE INDEX ticket_note_webhook_owner ON ticket_note_webhook (owner_resource_id);
CREATE TABLE ticket_note_webhook_field (
  id INTEGER PRIMARY KEY,
  field_id INTEGER,
  is_display_always_field INTEGER,
  is_subscribed_field INTEGER,
  webhook_id INTEGER REFERENCES ticket_note_webhook (id)
) STRICT;
CREATE UNIQUE INDEX ticket_note_webhook_field_webhook ON ticket_note_webhook_field (webhook_id, field_id);
CREATE TABLE ticket_note_webhook_excluded_resource (
  id INTEGER PRIMARY KEY,
  resource_id INTEGER REFERENCES resource (id),
  webhook_id INTEGER REFERENCES ticket_note_webhook (id)
) STRICT;
CREATE UNIQUE INDEX ticket_note_webhook_excluded_resource_webhook
  ON ticket_note_webhook_excluded_resource (webhook_id, resource_id);
CREATE INDEX ticket_note_webhook_excluded_resource_resource
  ON ticket_note_webhook_excluded_resource (resource_id);

-- What a webhook's row does not show: its secret, the number of its last event, and how its receiver does. It stays
-- after the webhook was deleted, until nothing of it is left to be sent.
CREATE TABLE webhook_channel (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  webhook_id INTEGER NOT NULL,
  secret TEXT NOT NULL,
  last_sequence INTEGER NOT NULL DEFAULT 0,
  -- Failures since the last success, whatever the ticket; when the first of them was, and when it is tried again.
  failures INTEGER NOT NULL DEFAULT 0,
  failing_since INTEGER,
  due INTEGER NOT NULL DEFAULT 0,
  -- When the administrators were last told that it fails.
  told_at INTEGER,
  UNIQUE (entity, webhook_id)
) STRICT;

-- What is to be sent, in the order in which it happened.
CREATE TABLE webhook_delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel INTEGER NOT NULL REFERENCES webhook_channel (id),
  -- 0: it is about the webhook itself.
  ticket_id INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  -- Where to, if not to the webhook's address.
  address TEXT,
  payload TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Why it could not be sent, once it was tried often enough for the error log.
  error TEXT,
  failed_at INTEGER
) STRICT;
CREATE INDEX webhook_delivery_order ON webhook_delivery (channel, ticket_id, id);

-- One row for each ticket of a channel of which something is still to be sent: its events go one after the other.
CREATE TABLE webhook_lane (
  channel INTEGER NOT NULL REFERENCES webhook_channel (id),
  ticket_id INTEGER NOT NULL,
  due INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  failing_since INTEGER,
  PRIMARY KEY (channel, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_lane_due ON webhook_lane (channel, due);

-- Counts what whoever sends has to look at: they wait for it to change.
CREATE TABLE webhook_signal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value INTEGER NOT NULL
) STRICT;
INSERT INTO webhook_signal (id, value) VALUES (1, 0);

CREATE VIEW webhook_event_error_log (
  id, create_date_time, error_message, payload, sequence_number, ticket_note_webhook_id, ticket_webhook_id
) AS
  SELECT
    delivery.id, delivery.failed_at, delivery.error, delivery.payload, delivery.sequence,
    CASE channel.entity WHEN 'TicketNoteWebhook' THEN channel.webhook_id END,
    CASE channel.entity WHEN 'TicketWebhook' THEN channel.webhook_id END
  FROM webhook_delivery AS delivery
  JOIN webhook_channel AS channel ON channel.id = delivery.channel
  WHERE delivery.error IS NOT NULL;
CREATE INDEX webhook_delivery_failed ON webhook_delivery (id) WHERE error IS NOT NULL;
-- What waits behind a webhook that is switched off gets into the log bit by bit.
CREATE INDEX webhook_delivery_unlogged ON webhook_delivery (channel) WHERE error IS NULL;
