// Command lookup asks once and ends.
package main

import (
	"fmt"
	"os"

	"example.com/cases/multi/two_mains_apart/names"
	"example.com/cases/multi/two_mains_apart/store"
)

func main() {
	s := names.Service{Finder: store.PerCall{DSN: os.Getenv("DSN")}}
	fmt.Println(s.Name(os.Args[1]))
}
