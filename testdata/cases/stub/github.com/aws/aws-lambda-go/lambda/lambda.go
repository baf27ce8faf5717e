// Package lambda holds the shapes of github.com/aws/aws-lambda-go/lambda that the cases use.
package lambda

func Start(handler any) {}
