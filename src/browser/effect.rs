//! Doing something in the browser, now or whenever signals change.
//!
//! These functions box what they are given, so that Leptos's code for it stands in the portal once and not once for each use.

use leptos::{prelude::Effect, task::spawn_local};
use std::{
    cell::RefCell,
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

/// Does this now, and again whenever a signal that it reads changes: [`Effect::new`].
pub fn on_change(act: impl Fn() + 'static) {
    changing(Box::new(act));
}

fn changing(act: Box<dyn Fn()>) {
    Effect::new(move |_: Option<()>| act());
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Lets this run beside the page: [`spawn_local`].
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    spawning(Box::pin(work));
}

fn spawning(work: Work) {
    spawn_local(work);
}

/// Work beside the page that ends with this: when it is dropped, the work is dropped where it stands.
#[must_use]
pub struct Running(Rc<RefCell<State>>);

struct State {
    work: Option<Work>,
    waker: Option<Waker>,
}

/// Lets this run beside the page until it is done or the answer is dropped.
pub fn run(work: impl Future<Output = ()> + 'static) -> Running {
    running(Box::pin(work))
}

fn running(work: Work) -> Running {
    let state = Rc::new(RefCell::new(State { work: Some(work), waker: None }));
    spawning(Box::pin(Until(Rc::clone(&state))));
    Running(state)
}

impl Drop for Running {
    fn drop(&mut self) {
        // The work may be what drops this; then it holds its state itself and ends on its own.
        let Ok(mut state) = self.0.try_borrow_mut() else { return };
        let (work, waker) = (state.work.take(), state.waker.take());
        drop(state);
        drop(work);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// Runs the work as long as it is there.
struct Until(Rc<RefCell<State>>);

impl Future for Until {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let Some(mut work) = self.0.borrow_mut().work.take() else { return Poll::Ready(()) };
        // Polled outside of the borrow: what it does may drop `Running`.
        let is_held = Rc::strong_count(&self.0) > 1;
        if !is_held || work.as_mut().poll(context).is_ready() {
            return Poll::Ready(());
        }
        let mut state = self.0.borrow_mut();
        if Rc::strong_count(&self.0) > 1 {
            state.work = Some(work);
            state.waker = Some(context.waker().clone());
            return Poll::Pending;
        }
        Poll::Ready(())
    }
}
