module github.com/sessionlint/sessionlint/internal/integration

go 1.26.0

tool (
	github.com/bradfitz/go-tool-cache/cmd/go-cacher
	github.com/bradfitz/go-tool-cache/cmd/go-cacher-server
)

require (
	github.com/sessionlint/sessionlint v0.0.0
	go.yaml.in/yaml/v3 v3.0.6
)

require (
	github.com/bradfitz/go-tool-cache v0.0.0-20260722201841-0bb331e19f64 // indirect
	github.com/goccy/go-yaml v1.19.2 // indirect
	github.com/pierrec/lz4/v4 v4.1.25 // indirect
	golang.org/x/tools v0.52.0 // indirect
)

replace github.com/sessionlint/sessionlint => ../..
