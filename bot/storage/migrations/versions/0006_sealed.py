"""Encrypted events that wait for their key."""

from alembic import op
import sqlalchemy as sa

import bot.storage.columns


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('sealed',
    sa.Column('event_id', sa.Text(), nullable=False),
    sa.Column('room_id', sa.Text(), nullable=False),
    sa.Column('session_id', sa.Text(), nullable=False),
    sa.Column('event', bot.storage.columns.Json(), nullable=False),
    sa.Column('received_at', bot.storage.columns.Instant(), nullable=False),
    sa.Column('told', bot.storage.columns.Flag(), nullable=False),
    sa.PrimaryKeyConstraint('event_id', name=op.f('sealed_pk')),
    sqlite_strict=True
    )
    with op.batch_alter_table('sealed', schema=None) as batch_op:
        batch_op.create_index('sealed_by_age', ['received_at'], unique=False)
