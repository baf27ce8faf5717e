// Package queue runs jobs one after the other.
package queue

import "log"

// Queue is a queue of jobs.
type Queue struct{ jobs chan func() error }

// New makes a Queue.
func New() *Queue { return &Queue{jobs: make(chan func() error, 100)} }

// Put adds a job.
func (q *Queue) Put(job func() error) { q.jobs <- job }

// Work runs jobs for ever.
func (q *Queue) Work() {
	for job := range q.jobs {
		if err := job(); err != nil {
			log.Print(err)
		}
	}
}
