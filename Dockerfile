# The program alone, static, on an empty file system. It asks the go command for
# packages, so copy it into an image that has Go:
#
#	COPY --from=sessionlint /sessionlint /usr/local/bin/sessionlint
#
# or build the target "go", which is such an image:
#
#	docker build --target=go -t sessionlint .
#	docker run --rm -v "$PWD:/src" sessionlint ./...
FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 GOFLAGS= go build -trimpath -buildvcs=false -ldflags="-s -w" -o /sessionlint ./cmd/sessionlint

FROM golang:1.26 AS go
COPY --from=build /sessionlint /usr/local/bin/sessionlint
WORKDIR /src
ENTRYPOINT ["sessionlint"]

FROM scratch
COPY --from=build /sessionlint /sessionlint
ENTRYPOINT ["/sessionlint"]
