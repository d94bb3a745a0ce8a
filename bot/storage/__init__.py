"""What the bot remembers. The only package that knows SQLAlchemy and Alembic."""
