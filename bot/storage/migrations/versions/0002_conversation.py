"""What a conversation remembers: questions, acts, preferences; calm hours in the outbox."""

from alembic import op
import sqlalchemy as sa

import bot.storage.columns


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('act',
    sa.Column('event_id', sa.Text(), nullable=False),
    sa.Column('place', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('user_id', sa.Text(), nullable=False),
    sa.Column('room_id', sa.Text(), nullable=False),
    sa.Column('path', bot.storage.columns.Json(), nullable=False),
    sa.Column('memory', bot.storage.columns.Json(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('done_at', bot.storage.columns.Instant(), nullable=False),
    sa.Column('undone', bot.storage.columns.Flag(), server_default=sa.text('0'), nullable=False),
    sa.PrimaryKeyConstraint('event_id', 'place', name=op.f('act_pk')),
    sqlite_strict=True
    )
    with op.batch_alter_table('act', schema=None) as batch_op:
        batch_op.create_index('act_by_person', ['user_id', 'done_at'], unique=False)

    op.create_table('preference',
    sa.Column('target', sa.Text(), nullable=False),
    sa.Column('voice', sa.Text(), nullable=True),
    sa.Column('calm_from', sa.Text(), nullable=True),
    sa.Column('calm_until', sa.Text(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', bot.storage.columns.Instant(), nullable=False),
    sa.PrimaryKeyConstraint('target', name=op.f('preference_pk')),
    sqlite_strict=True
    )
    op.create_table('question',
    sa.Column('number', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('target', sa.Text(), nullable=False),
    sa.Column('cause', sa.Text(), nullable=False),
    sa.Column('asker', sa.Text(), nullable=False),
    sa.Column('people', bot.storage.columns.Json(), nullable=False),
    sa.Column('role', sa.Text(), sa.CheckConstraint("role IN ('guest', 'member', 'coordinator', 'office', 'admin')", name=op.f('question_role_known')), nullable=True),
    sa.Column('but', sa.Text(), nullable=True),
    sa.Column('choices', bot.storage.columns.Json(), nullable=False),
    sa.Column('filling', bot.storage.columns.Json(), nullable=True),
    sa.Column('rights', bot.storage.columns.Flag(), nullable=False),
    sa.Column('today', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('thread', sa.Text(), nullable=True),
    sa.Column('plain', sa.Text(), nullable=False),
    sa.Column('html', sa.Text(), nullable=False),
    sa.Column('heard_until', bot.storage.columns.Instant(), nullable=True),
    sa.Column('until', bot.storage.columns.Instant(), nullable=False),
    sa.Column('state', sa.Text(), sa.CheckConstraint("state IN ('open', 'parked', 'answered', 'withdrawn')", name=op.f('question_state_known')), nullable=False),
    sa.Column('chosen', sa.Text(), nullable=True),
    sa.Column('answered_by', sa.Text(), nullable=True),
    sa.Column('created_at', bot.storage.columns.Instant(), nullable=False),
    sa.Column('changed_at', bot.storage.columns.Instant(), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('question_pk')),
    sa.UniqueConstraint('key', name=op.f('question_key_once')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.create_index('question_by_cause', ['cause'], unique=False)
        batch_op.create_index('question_open', ['until'], unique=False, sqlite_where=sa.text("state IN ('open', 'parked')"), postgresql_where=sa.text("state IN ('open', 'parked')"))

    op.drop_table('meeting_draft')
    with op.batch_alter_table('inbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('sender', sa.Text(), nullable=True))
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('about', bot.storage.columns.Json(), nullable=True))
        batch_op.add_column(sa.Column('not_before', bot.storage.columns.Instant(), nullable=True))

