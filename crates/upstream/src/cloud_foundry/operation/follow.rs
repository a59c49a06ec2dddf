//! The followers: which question comes next, and who reads its answer.

use image_console_core::{ApiError, Request};
use image_console_operation::{Answer, Follow, Operation, Policy, Reading};

use super::address::Address;
use super::{accepted, asked, by_instance, by_job, words};
use crate::cloud_foundry::model::LastOperation;
use crate::cloud_foundry::requests;

/// The platform waits up to seven days for a broker (contract §5); a day more for queues. In
/// milliseconds.
const DEADLINE: i64 = 8 * 86_400_000;
/// After so many answers in a row that there is no such instance, there is none.
const CERTAIN: u32 = 3;

/// Follows an action that the API answers with a job.
#[derive(Debug, Clone, Copy)]
pub(super) struct Job {
    /// Whether the same may be started once more after it was refused. Not where data is
    /// overwritten: that is confirmed each time.
    pub repeats: bool,
}

impl Follow for Job {
    fn submitted(&self, operation: &Operation, answer: Answer) -> Reading {
        match asked::success(answer) {
            Ok(response) => accepted::read(operation, &response),
            Err(error) if asked::certainly_refused(&error) => Reading::failed("", error),
            Err(error) => Reading::no_news(error),
        }
    }

    fn resumed(&self, operation: &Operation) -> Reading {
        match Address::read(operation).asks_instance() {
            Some(_) => Reading::running("").note(words::ANSWER_LOST),
            None => Reading::unknown(words::NOTHING_KNOWN, words::instance(operation)),
        }
    }

    fn may_repeat(&self, operation: &Operation) -> bool {
        self.repeats && asked::was_bad_moment(operation)
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        question(&Address::read(operation))
    }

    fn read(&self, operation: &Operation, answer: Answer) -> Reading {
        let address = Address::read(operation);
        if address.asks_instance() != Some(true) {
            return match asked::success(answer) {
                Ok(response) => by_job::read(address, &response),
                Err(error) => by_job::refused(operation, address, error),
            };
        }
        let instance = asked::success(answer).and_then(|response| by_instance::parse(&address, &response));
        match instance {
            // The job still speaks for itself; the next question is for it again.
            Err(_) if address.has_job() => by_instance::beside_the_job(operation, address, None),
            Err(error) => missing(operation, error),
            Ok(instance) if address.has_job() => {
                by_instance::beside_the_job(operation, address, instance.last_operation.value())
            }
            Ok(instance) => {
                let none = LastOperation::default();
                let last = instance.last_operation.value().unwrap_or(&none);
                if address.accepted {
                    by_instance::in_place_of_the_job(operation, &address, last)
                } else {
                    by_instance::in_place_of_the_answer(operation, &address, last)
                }
            }
        }
    }

    fn policy(&self, _: &Operation) -> Policy {
        policy()
    }

    fn look_at(&self, operation: &Operation) -> String {
        words::instance(operation)
    }
}

/// Follows the latest operation of an instance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Last;

impl Follow for Last {
    /// Nothing is submitted; an answer would be one to a question.
    fn submitted(&self, operation: &Operation, answer: Answer) -> Reading {
        self.read(operation, answer)
    }

    fn resumed(&self, operation: &Operation) -> Reading {
        Reading::running(operation.state())
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        question(&Address::read(operation))
    }

    fn read(&self, operation: &Operation, answer: Answer) -> Reading {
        let address = Address::read(operation);
        match asked::success(answer).and_then(|response| by_instance::parse(&address, &response)) {
            Ok(instance) => {
                let none = LastOperation::default();
                by_instance::itself(operation, instance.last_operation.value().unwrap_or(&none))
            }
            Err(error) => missing(operation, error),
        }
    }

    fn policy(&self, _: &Operation) -> Policy {
        policy()
    }

    fn look_at(&self, operation: &Operation) -> String {
        words::instance(operation)
    }
}

fn question(address: &Address) -> Option<Request> {
    Some(if address.asks_instance()? {
        requests::get_service_instance(&address.instance)
    } else {
        requests::get_job(&address.job)
    })
}

/// From 3 to 15 s, as the contract suggests (§5).
fn policy() -> Policy {
    Policy { fastest: 3_000, slowest: 15_000, deadline: DEADLINE, ..Policy::default() }
}

/// The question for the instance failed; when the API itself says again and again that there is
/// none, nothing more can be learned.
fn missing(operation: &Operation, error: ApiError) -> Reading {
    let before = operation.error.as_ref().map(ApiError::from);
    let again = before.is_some_and(|before| asked::says_not_found(&before));
    if asked::says_not_found(&error) && again && operation.polls.errors >= CERTAIN - 1 {
        let why = format!("The service instance is not there any more, or you may not see it: {error}");
        return Reading::unknown(why, words::instance(operation));
    }
    Reading::no_news(error)
}
