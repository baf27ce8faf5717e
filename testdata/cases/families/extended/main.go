//families: extended

// With the extended set they are reported on request paths.
package main

import (
	"log"
	"net"
	"net/http"

	"google.golang.org/grpc"
)

func check(w http.ResponseWriter, r *http.Request) {
	conn, err := net.Dial("tcp", "printer:9100") // want violation SL102
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	_ = conn.Close()
	cc, err := grpc.NewClient("dns:///billing") // want violation SL101
	if err == nil {
		_ = cc.Close()
	}
}

func main() {
	cc, err := grpc.NewClient("dns:///stock") // want startup
	if err != nil {
		log.Fatal(err)
	}
	defer cc.Close()
	http.HandleFunc("/check", check)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
