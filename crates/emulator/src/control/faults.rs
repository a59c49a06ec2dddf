//! The faults in force, and how they are read from JSON.

use serde_json::Value;

use super::fault::{Answer, Fault, FaultError};
use crate::wire::{Headers, Request};

/// The faults in force. The first that meets a request is used.
#[derive(Clone, Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Puts one more in force.
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// Lifts all of them.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The fault for this request, counted once; one that is used up goes away.
    pub fn take(&mut self, request: &Request) -> Option<Fault> {
        let at = self.0.iter().position(|fault| fault.meets(request))?;
        let fault = self.0.get_mut(at)?;
        if let Some(times) = &mut fault.times {
            *times = times.saturating_sub(1);
        }
        let taken = fault.clone();
        if taken.times == Some(0) {
            self.0.remove(at);
        }
        Some(taken)
    }
}

/// Reads a fault from JSON.
pub(super) fn read(value: &Value) -> Result<Fault, FaultError> {
    let object = value.as_object().ok_or_else(|| FaultError("a fault is a JSON object".into()))?;
    let mut fault = Fault::on("*", "*");
    for (key, value) in object {
        let wrong = || FaultError(format!("\"{key}\" has a value of the wrong type"));
        let number = || value.as_u64().ok_or_else(wrong);
        let text = || value.as_str().map(str::to_owned).ok_or_else(wrong);
        let switch = || value.as_bool().ok_or_else(wrong);
        match key.as_str() {
            "method" => fault.method = text()?,
            "path" => fault.path = text()?,
            "times" => fault.times = Some(u32::try_from(number()?).map_err(|_| wrong())?),
            "status" => answer(&mut fault).status = u16::try_from(number()?).map_err(|_| wrong())?,
            "headers" => answer(&mut fault).headers = headers(value).ok_or_else(wrong)?,
            "body" => {
                answer(&mut fault).body =
                    value.as_str().map_or_else(|| value.to_string(), str::to_owned).into()
            }
            "content_type" => fault.content_type = Some(text()?),
            "after" => fault.after = switch()?,
            "delay_ms" => fault.effects.delay_ms = number()?,
            "hang" => fault.effects.hang = switch()?,
            "drop" => fault.effects.drop = switch()?,
            "truncate_body" => fault.effects.truncate_body = Some(number()? as usize),
            "hold_after_bytes" => fault.effects.hold_after_bytes = Some(number()? as usize),
            "bytes_per_second" => fault.effects.bytes_per_second = Some(number()?.max(1)),
            _ => return Err(FaultError(format!("\"{key}\" is not part of a fault"))),
        }
    }
    Ok(fault)
}

fn answer(fault: &mut Fault) -> &mut Answer {
    fault.answer.get_or_insert_with(|| Answer { status: 200, ..Answer::default() })
}

fn headers(value: &Value) -> Option<Headers> {
    value.as_object()?.iter().map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_fault_is_used_up_after_its_times() {
        let mut faults = Faults::default();
        faults.add(Fault::on("GET", "/*/images").times(2).status(500, "{}"));
        let request = Request::new("GET", "h", "/my/images?state=all");
        assert!(faults.take(&Request::new("POST", "h", "/my/images")).is_none());
        assert!(faults.take(&request).is_some());
        assert!(faults.take(&request).is_some());
        assert!(faults.take(&request).is_none());
    }

    #[test]
    fn json_says_all_that_the_methods_say() {
        let fault = read(&json!({
            "method": "POST", "path": "*", "times": 1, "status": 429, "headers": {"X-A": "b"},
            "body": {"code": "x"}, "delay_ms": 5, "drop": false, "truncate_body": 3, "content_type": "text/html"
        }))
        .unwrap();
        let response = fault.apply(None);
        assert_eq!((response.status, response.headers.get("x-a")), (429, Some("b")));
        assert_eq!(response.headers.get("content-type"), Some("text/html"));
        assert_eq!(response.body, br#"{"code":"x"}"#);
        assert_eq!((fault.effects.delay_ms, fault.effects.truncate_body), (5, Some(3)));
        assert!(!fault.lets_through());
    }

    #[test]
    fn a_slip_in_the_json_is_named() {
        assert_eq!(read(&json!({"stauts": 1})).unwrap_err().0, "\"stauts\" is not part of a fault");
        assert_eq!(read(&json!({"times": "x"})).unwrap_err().0, "\"times\" has a value of the wrong type");
    }
}
