// Package release tests what .goreleaser.yaml makes, and the Dockerfile. Its
// module holds the tools that a release needs, so that nobody else does:
// goreleaser, and cyclonedx-gomod, which lists what a program was built from.
package release
