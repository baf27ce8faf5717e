// Package credentials holds the shapes of google.golang.org/grpc/credentials that the cases use.
package credentials

type TransportCredentials interface{ OverrideServerName(string) error }
