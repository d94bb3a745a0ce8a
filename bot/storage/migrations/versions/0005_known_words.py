"""The words that a column may hold, for databases whose first revisions left them to the code."""

from bot.storage.reshaping import allow

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    allow(
        'inbox',
        kind=['command', 'edit', 'reaction', 'redaction', 'other'],
        state=['new', 'done', 'failed', 'cancelled', 'ignored'],
    )
    allow(
        'outbox',
        effect=['send', 'edit', 'react', 'redact', 'state', 'upload', 'invite', 'create_room'],
        state=['new', 'sending', 'sent', 'dead'],
    )
    allow('room', purpose=['office', 'announcements', 'space'])
    allow('role_grant', role=['office', 'coordinator'])
    allow('meeting', state=['draft', 'announced', 'cancelled'])
    allow('occurrence', state=['planned', 'enqueued', 'skipped', 'cancelled'])
    allow(
        'question',
        role=['guest', 'member', 'coordinator', 'office', 'admin'],
        state=['open', 'parked', 'answered', 'withdrawn'],
    )
    allow('offer', level=['1', '2', '3'])
    allow('project', duty=['professionalise', 'sustain', 'own-project'])
    allow('request', state=['asked', 'accepted', 'declined', 'done', 'withdrawn'])
