// Package queue runs functions on a worker.
package queue

var jobs = make(chan func(), 8)

// Push hands one over.
func Push(fn func()) { jobs <- fn }

// Work runs them.
func Work() {
	for fn := range jobs {
		fn()
	}
}
