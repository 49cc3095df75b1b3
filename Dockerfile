# The images of Marquee. Everything is built in here, so that Docker is all that one needs:
#   marquee          ingest, stream-processor, console and the steps of setting up; the command's name is the argument
#   marquee-connect  Kafka's Connect worker with the JDBC sink

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
# What the project needs from elsewhere is a layer of its own, made anew only when a pom.xml has changed.
COPY pom.xml ./
COPY settings/pom.xml settings/
COPY records/pom.xml records/
COPY metrics/pom.xml metrics/
COPY ingest/pom.xml ingest/
COPY stream-processor/pom.xml stream-processor/
COPY connect/pom.xml connect/
COPY ops/pom.xml ops/
RUN mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package
COPY . .
RUN mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package \
    # PostgreSQL runs elsewhere; and what is the project's own goes apart, as it changes more often than the rest.
    && rm ops/target/lib/embedded-postgres-binaries-*.jar \
    && mkdir ops/target/own \
    && mv ops/target/lib/*-SNAPSHOT.jar ops/target/own

FROM eclipse-temurin:25-jre AS marquee
# The steps of setting up have a user of their own: what they may read, the services may not.
RUN groupadd --gid 10000 marquee-setup && useradd --uid 10000 --gid 10000 --no-create-home marquee-setup \
    && groupadd --gid 10001 marquee && useradd --uid 10001 --gid 10001 --no-create-home marquee \
    && mkdir -p /var/lib/marquee/streams /var/lib/marquee/downloads /var/log/marquee \
    && chown -R marquee:marquee /var/lib/marquee \
    && chown marquee:marquee-setup /var/log/marquee && chmod 2770 /var/log/marquee \
    && ln -s /opt/marquee/marquee /usr/local/bin/marquee
COPY --from=build /build/ops/target/lib /opt/marquee/ops/target/lib
COPY --from=build /build/ops/target/own /opt/marquee/ops/target/lib
COPY --from=build /build/ops/target/classes /opt/marquee/ops/target/classes
COPY marquee ops/compose/healthcheck ops/compose/check-settings ops/compose/passwords ops/compose/certificates /opt/marquee/
ENV MARQUEE_LOG_DIR=/var/log/marquee MARQUEE_LOG_STDOUT=true
USER marquee
WORKDIR /var/lib/marquee
ENTRYPOINT ["/opt/marquee/marquee"]
CMD ["--help"]

FROM apache/kafka:4.3.1 AS marquee-connect
COPY --from=build /build/connect/target/plugins /opt/kafka/plugins
COPY connect/worker /opt/marquee/worker
ENV LOG_DIR=/tmp/logs KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=/opt/marquee/worker/log4j2.xml
EXPOSE 8083
CMD ["/opt/marquee/worker/start"]
