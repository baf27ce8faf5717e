// Raw sockets, RPC channels and HTTP transports are not in the default set.
package main

import (
	"log"
	"net"
	"net/http"

	"google.golang.org/grpc"
)

func check(w http.ResponseWriter, r *http.Request) {
	conn, err := net.Dial("tcp", "printer:9100")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	_ = conn.Close()
	cc, err := grpc.NewClient("dns:///billing")
	if err == nil {
		_ = cc.Close()
	}
	client := &http.Client{Transport: &http.Transport{}}
	_, _ = client.Get("http://inventory/")
}

func main() {
	http.HandleFunc("/check", check)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
