"""Until when what waits in the outbox may leave as it stands."""

from alembic import op
import sqlalchemy as sa

import bot.storage.columns


revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('not_after', bot.storage.columns.Instant(), nullable=True))
