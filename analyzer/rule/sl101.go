package rule

import "github.com/sessionlint/sessionlint/analyzer/catalog"

// SL101 reports pools that are made while a request is served.
var SL101 = Rule{
	ID: "SL101", Name: "pool-per-request", Severity: "error",
	Title: "a pool, or a client that owns one, is created on a request or stream path",
	Why: `A pool is made to be shared: it dials, authenticates and keeps connections
for the whole process. Made per request it does all of that for one use, and
unless it is closed it leaks its connections and goroutines. A MySQL server with
200 connections went down at about 1,000 requests a minute this way; another
service spent half of its response time creating pools.`,
	Bad: `func (s *Server) GetOrder(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", s.dsn)
	…
}`,
	Good: `func main() {
	db, err := sql.Open("pgx", dsn)
	…
	http.Handle("GET /orders/{id}", &Server{db: db})
}`,
	Approve: `Not reported: pools made by main, init, package variables and what only they
reach; behind sync.Once, a nil check of something that outlives the request, or a
cache that is read first; in constructors that a container calls once; in
background work, commands and tests.`,
	Limits: `A pool that is made by reflection, cgo or code behind go:linkname is not seen.
A guard kept in a value that is itself made per request looks like one that is
kept for good.`,
	Measured: `Read by hand on 107 applications that were new to the tool, of together 5.1 million
lines: 17 true, 7 wrong (0.07 in 50,000 lines), 24 debatable (a pool for a database that
the request names, closed again). The causes of three of the wrong ones are gone since.
Open are third-party functions that open a pool on a branch which this call does not
take, and containers of the program's own. After that, on 31 others of 0.9 million
lines: 6 true, 5 wrong, 19 debatable.`,
}

// SL102 reports connections that are dialled while a request is served.
var SL102 = Rule{
	ID: "SL102", Name: "conn-per-request", Severity: "error",
	Title: "a dedicated connection is dialled on a request or stream path",
	Why: `Every request pays for a TCP, TLS and authentication round trip, and the
number of connections follows the number of requests instead of a limit that the
database can bear.`,
	Bad: `func (h *Handler) List(w http.ResponseWriter, r *http.Request) {
	conn, err := pgx.Connect(r.Context(), h.url)
	…
	defer conn.Close(r.Context())
}`,
	Good: `pool, err := pgxpool.New(ctx, url) // once, in main
…
rows, err := h.pool.Query(r.Context(), q)`,
	Approve: `As for SL101. A connection that a pool dials through its own hook (the Dial
field of a redigo pool, a driver's Connector) is the pool's.`,
	Limits: `As for SL101.`,
	Measured: `Read by hand on 107 applications that were new to the tool, of together 5.1 million
lines: 3 true, 4 wrong (0.04 in 50,000 lines), one debatable. The cause of one of the
wrong ones is gone since. Open are a connection that is dialled anew when a flag says
that it is lost, and third-party branches which this call does not take. After that, on
31 others of 0.9 million lines: one debatable.`,
}

func placementRule(k catalog.Kind) *Rule {
	if k == catalog.Conn {
		return &SL102
	}
	return &SL101
}

func placementMessage(s *site, stream bool, entries int) string {
	what, each := "creates a pool", "request"
	if s.kind == catalog.Conn {
		what = "dials a connection"
	}
	if stream {
		each = "stream"
	}
	return display(s.symbol) + " " + what + " on every " + each + reachedBy(entries)
}

func placementHelp(s *site) string {
	if s.kind == catalog.Conn {
		return "use a pool that is opened once at start-up, and pass it to " + display(s.function()) + " instead of dialling there"
	}
	return "open it once at start-up (main, a constructor that main calls, or sync.Once) and pass it to " + display(s.function())
}
