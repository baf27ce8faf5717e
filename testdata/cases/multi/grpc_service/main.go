// A gRPC service, its repository behind an interface, and main, which puts them together.
package main

import (
	"log"
	"os"

	"google.golang.org/grpc"

	"example.com/cases/gen/orderpb"
	"example.com/cases/multi/grpc_service/repo"
	"example.com/cases/multi/grpc_service/service"
)

func main() {
	s := grpc.NewServer()
	orderpb.RegisterOrdersServer(s, service.New(repo.New(os.Getenv("DSN"))))
	log.Fatal(s.Serve(nil))
}
