// Package catalog says what counts: which symbols acquire a database session,
// connection or pool, which functions are entry points of a framework, and
// which registrations make a function background, startup, command-line or
// factory code.
//
// The knowledge is data (data/*.cat, embedded, commented, line oriented). This
// package parses it and matches it by resolved object, never by bare name. It
// does not look at function bodies and does not decide verdicts.
//
// # The data
//
// A file is a list of blocks. A block begins with one of
//
//	family NAME default|extended  # why it is in the catalog
//	framework NAME                # what it is
//
// and goes on with rows until the next block. Rows name packages as Go does, by
// a short name that the block declares:
//
//	checked github.com/jackc/pgx/v5@v5.12.0      the version whose API was read
//	import pgx github.com/jackc/pgx/v5           a name for a package
//	package gin github.com/gin-gonic/gin         the same, and its functions register
//	                                             what the types of their parameters say
//	also redis=github.com/go-redis/redis         the rows hold for this older path too
//
// A symbol is written (*sql.DB).Begin, (http.Handler).ServeHTTP or sql.Open;
// names after a comma share what stands before the dot: (*sql.DB).Begin,BeginTx.
//
// Families say what acquires:
//
//	pool|conn|session|checkout|tx SYMBOLS ORIGIN [release=SYMBOLS] [auto] [nested] [lazy] [func=argN] [wraps=FIELD]
//	query SYMBOLS [ORIGIN release=SYMBOLS]       plain use of a pool; with an origin, rows stay open
//	cheap SYMBOLS [literal]                      a lookalike; with literal, a type: a value of it keeps nothing
//	idempotent SYMBOLS                           releases that may be deferred at once: they do nothing after the end
//	untildone SYMBOLS                            what the call takes is given back when its context is done
//	failing SYMBOLS                              closes the rows that it is called on when it fails
//	either TYPES                                 one type for the pool and for the transaction
//	shape ent|sqlc NAME                          NAME stands for any package of generated code
//
// ORIGIN is result0, receiver, arg1 (the argument), arg1.param0 (a parameter of
// the function passed as that argument), literal (the symbol is a type) or none.
//
// Frameworks say what runs when:
//
//	register SYMBOLS argN|args KIND [http=GET] [methods=A,B] [trap] [unless=FIELD]
//	wire|inherit|once SYMBOLS argN|args [trap]   roles Middleware, Inherit, Once
//	field TYPE NAMES KIND|wire|inherit [trap] [unless=FIELD]
//	handler KIND TYPE [func(...)...]             a named function type of the framework
//	middleware [KIND] TYPE [func(...)...]        the same, whose result is the handler
//	signature KIND|middleware func(...)...       unmistakable by its parameters
//	glue func(...)...                            generated code between server and handler: no entry point
//	param KIND TYPE                              a parameter of this type says it alone
//	interface KIND TYPE METHODS                  an interface whose methods are entries
//	embedded KIND TYPE [METHODS]                 a controller that user types embed
//	streams|sends|waits|loop|detach|startup|next SYMBOLS [if=CONSTANTS]
//	ends SYMBOLS                                 the process or the goroutine: the call does not return
//	filled TYPES                                 a struct that embeds it has its fields filled by the container
//	generated SHAPE                              server interfaces of generated code
//
// A configuration adds rows in the same form, and has two more:
//
//	remove SYMBOLS|TYPES|func(...)...            means nothing
//	sessiontype TYPES                            values of it are sessions that somebody began
//
// KIND is request, stream, background, startup, cli, test or factory. A comment
// right above a row, or behind it, is its note. Rows that were never resolved
// against real packages say so in a comment.
package catalog

// Kind is the kind of resource that an acquisition obtains.
type Kind uint8

const (
	NoKind   Kind = iota
	Pool          // a pool, or a client that owns one
	Conn          // a dialled, un-pooled connection
	Session       // a logical session
	Checkout      // one connection checked out of a pool; reported as a session
	Tx            // a transaction
)

// String is the word that users see: a checkout is a session to them.
func (k Kind) String() string {
	return [...]string{"", "pool", "conn", "session", "session", "tx"}[k]
}

// EntryKind is how execution comes to a function from outside the program.
type EntryKind uint8

const (
	NoEntry EntryKind = iota
	Request
	Stream
	Background
	Startup
	CLI
	Test
	Factory // a constructor that a container calls once
)

func (k EntryKind) String() string {
	return [...]string{"", "request", "stream", "background", "startup", "cli", "test", "factory"}[k]
}

// Origin says where the acquired resource appears.
type Origin uint8

const (
	Result   Origin = iota // Index is the result; -1 when the library keeps the value to itself
	Callback               // Index is the parameter of the function argument Func
	Receiver               // the receiver becomes the resource: session.Begin()
	Argument               // Index is the argument: Open(&db)
	Literal                // the value of a composite literal
)

// Acquisition is what the catalog knows of an acquiring symbol.
type Acquisition struct {
	Symbol  string // canonical name, see Canonical
	Family  string
	Kind    Kind
	Origin  Origin
	Index   int
	Func    int      // the argument that is called back with, or while holding, the resource; -1: none
	Release []string // canonical names of the methods or functions that end it
	Auto    bool     // a callback API that ends the resource itself
	Nested  bool     // begun on a session or tx that the caller already holds (a savepoint, a tx on a checked-out connection): takes no second connection
	Lazy    bool     // it takes its connection when a transaction begins on it, or for single queries: not held by itself
	Wraps   string   // a field in the arguments that holds a pool which is there already: nothing is opened when it is set
	Note    string
}

// Role says when a function handed to a registration runs.
type Role uint8

const (
	Handler    Role = iota // later, as an entry point of Registration.Kind
	Middleware             // now, as wiring; the function that it returns is the handler
	Inherit                // now or joined, on behalf of the caller (errgroup.Group.Go)
	Once                   // at most once per guard value (sync.Once.Do)
)

// Registration says what happens to the functions (or the methods of the
// objects) that are passed in one argument of a call, or stored in one field.
type Registration struct {
	Framework string
	Arg       int // zero-based, without the receiver; every element when the parameter is variadic; -1 is every argument
	Role      Role
	Kind      EntryKind
	Method    string      // HTTP method that the registration implies, "GET", or ""
	Methods   []string    // for an object argument, see Covers: the methods that become entries; empty: those of the parameter's interface, or all exported ones when it is any
	Kinds     []EntryKind // parallel to Methods when they differ (a streaming RPC among unary ones), else nil
	Own       bool        // of a configuration: the function is described, also where its body is known
	Trap      bool        // a "not approved" row: looks like a container, runs per use
	Unless    []string    // sibling fields (or "argN") that change the lifetime when they are set: not approved then
}

// Symbol is everything the catalog says of one function, method or interface method.
type Symbol struct {
	Name      string
	Acquire   *Acquisition
	Cheap     bool         // a lookalike: returns a handle, takes nothing
	Query     bool         // plain use of a pool: takes a connection for the call
	Rows      *Acquisition // for a query whose result holds the connection until it is closed; Kind is NoKind
	Stream    bool         // calling it makes the enclosing handler a stream
	Sends     bool         // a send, receive, flush, read or write on an open stream; implies Stream
	StreamIf  []string     // it makes a stream when a constant argument begins with one of these (Header.Set); Stream is false then
	Waits     bool         // waits for something else than the database: HTTP, sleep, object store
	Next      bool         // passes control to the next handler of a middleware chain: (*gin.Context).Next
	Loop      bool         // a blocking receive of a consumer: the loop around it is background work, one turn per message
	Detach    bool         // marks work that outlives the request: context.WithoutCancel
	Startup   bool         // marks a main-like function: signal.NotifyContext
	Ends      bool         // the process or the goroutine: os.Exit, log.Fatal
	UntilDone bool         // what it takes is given back when the context is done that it was given: (*sql.DB).BeginTx
	Failing   bool         // closes the rows that it is called on when it fails: (pgx.Rows).Scan
	Register  []Registration
}

// Shape is an entry point recognised by type rather than by registration.
type Shape struct {
	Framework string
	Kind      EntryKind
	Role      Role        // Handler or Middleware
	Own       bool        // of a configuration
	Methods   []string    // for an interface or an embedded type: the methods that are entry points; empty: all exported ones
	Kinds     []EntryKind // parallel to Methods when they differ, else nil
}
