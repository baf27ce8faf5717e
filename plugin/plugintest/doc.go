// Package plugintest runs sessionlint inside a real golangci-lint and beside
// the other ways to run it. It is a module of its own: golangci-lint has
// hundreds of dependencies, of which users of sessionlint need none.
package plugintest
