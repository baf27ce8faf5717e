// Package metadata holds the shapes of google.golang.org/grpc/metadata that the cases use.
package metadata

type MD map[string][]string
