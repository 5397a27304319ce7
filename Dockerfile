# syntax=docker/dockerfile:1

# The bot with its embedded studio: no GPU, no account but a Telegram token, and without a token the simulated chat.
#   docker compose up          (see compose.yaml)
# With models that need a GPU: docs/howto/gpu.md.

FROM python:3.11-slim-bookworm AS build
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /src
# The packages first: a change of our own code does not install them again.
COPY pyproject.toml constraints.txt ./
# Extras of pyproject.toml that this image has: --build-arg EXTRAS="gpu tts"
ARG EXTRAS=""
RUN uv venv /opt/feuilleton \
 && uv pip install --no-cache --python /opt/feuilleton --constraint constraints.txt --requirement pyproject.toml \
    $(for extra in $EXTRAS; do echo --extra "$extra"; done)
COPY README.md LICENSE hatch_build.py ./
COPY storage storage
COPY generation generation
COPY agents agents
COPY bot bot
RUN uv pip install --no-cache --python /opt/feuilleton --no-deps .

FROM python:3.11-slim-bookworm
# The package lists stay: the locker may take a SoundFont out of a Debian package, downloaded as a file.
# hadolint ignore=DL3008,DL3009
RUN apt-get update && apt-get install --yes --no-install-recommends libgomp1
RUN groupadd --gid 10001 studio \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data studio \
 && install --directory --owner studio --group studio /data
COPY --from=build /opt/feuilleton /opt/feuilleton
ENV PATH=/opt/feuilleton/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    OMP_NUM_THREADS=1 \
    FEUILLETON_HOME=/data/studio \
    FEUILLETON_CACHE=/data/cache \
    FEUILLETON_HOST=0.0.0.0
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=5m --timeout=30s --start-period=10m --retries=3 CMD ["feuilleton", "doctor", "--quick"]
# The weights (about 1.3 GB, once) come into the volume before the bot starts; a shell replaces itself by the bot, which
# then gets the signal that stops the container.
CMD ["sh", "-c", "feuilleton fetch && exec feuilleton run"]
