// kafka-go: a writer literal owns connections; one per request is wrong, one of main's is right.
package main

import (
	"log"
	"net/http"

	"github.com/segmentio/kafka-go"
)

type server struct{ out *kafka.Writer }

func (s *server) good(w http.ResponseWriter, r *http.Request) {
	_ = s.out.WriteMessages(r.Context(), kafka.Message{Value: []byte(r.URL.Path)})
}

func (s *server) bad(w http.ResponseWriter, r *http.Request) {
	out := &kafka.Writer{Addr: kafka.TCP("kafka:9092"), Topic: "hits"} // want violation SL101
	defer out.Close()
	_ = out.WriteMessages(r.Context(), kafka.Message{Value: []byte(r.URL.Path)})
}

func (s *server) worse(w http.ResponseWriter, r *http.Request) {
	out := kafka.Writer{ // want violation SL101
		Addr:  kafka.TCP("kafka:9092"),
		Topic: "hits",
	}
	defer out.Close()
	_ = out.WriteMessages(r.Context(), kafka.Message{Value: []byte(r.URL.Path)})
}

func main() {
	s := &server{out: &kafka.Writer{Addr: kafka.TCP("kafka:9092"), Topic: "hits"}} // want startup
	http.HandleFunc("/good", s.good)
	http.HandleFunc("/bad", s.bad)
	http.HandleFunc("/worse", s.worse)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
