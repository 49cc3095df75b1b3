# Strimzi starts Connect by scripts of its own image: the connectors of the image marquee-connect go into that one.
FROM marquee-connect AS marquee-connect
FROM quay.io/strimzi/kafka:1.2.0-kafka-4.3.1
COPY --from=marquee-connect /opt/kafka/plugins /opt/kafka/plugins
