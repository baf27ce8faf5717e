// Command sessionlint reports code that can acquire a database session,
// connection or pool while a request or a stream is being served.
//
// Run "sessionlint help" for its flags. It is also a tool for go vet:
//
//	go vet -vettool=$(which sessionlint) ./...
package main

import (
	"os"

	"github.com/sessionlint/sessionlint/cmd/sessionlint/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:]))
}
