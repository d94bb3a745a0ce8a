# The bot alone: no compiler, no cache, no homeserver. One volume, /data; the root may be read-only.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/lotse
ENV PATH=/opt/lotse/bin:$PATH PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-compile --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
RUN pip install --no-compile --no-deps .
# Only German and English words are needed of Babel's and the holidays' many languages, and pip no more.
RUN site=$(python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') \
    && find "$site/babel/locale-data" -name '*.dat' ! -name 'root.dat' ! -name 'de*.dat' ! -name 'en*.dat' -delete \
    && find "$site/holidays/locale" -mindepth 1 -maxdepth 1 ! -name 'de' ! -name 'en*' -exec rm -r {} + \
    && pip uninstall --quiet --yes setuptools pip \
    && python -m compileall -q -j 2 "$site"

FROM python:3.11-slim-bookworm
COPY --from=build /opt/lotse /opt/lotse
RUN mkdir /data && chown 10001:10001 /data
ENV PATH=/opt/lotse/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    LOTSE_DATA_DIR=/data LOTSE_HEALTH__PORT=8009
USER 10001:10001
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8009/readyz', timeout=4)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
