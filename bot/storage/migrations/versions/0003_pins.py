"""By which master key each person is known."""

from alembic import op
import sqlalchemy as sa

import bot.storage.columns


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('pin',
    sa.Column('user_id', sa.Text(), nullable=False),
    sa.Column('master', sa.Text(), nullable=False),
    sa.Column('seen_at', bot.storage.columns.Instant(), nullable=False),
    sa.Column('other', sa.Text(), nullable=True),
    sa.Column('changed_at', bot.storage.columns.Instant(), nullable=True),
    sa.PrimaryKeyConstraint('user_id', name=op.f('pin_pk')),
    sqlite_strict=True
    )
    with op.batch_alter_table('pin', schema=None) as batch_op:
        batch_op.create_index('pin_changed', ['changed_at'], unique=False, sqlite_where=sa.text('other IS NOT NULL'), postgresql_where=sa.text('other IS NOT NULL'))
