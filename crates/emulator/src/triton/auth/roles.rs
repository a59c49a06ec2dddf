//! What a caller may do (section 2.4).

use super::Caller;
use crate::triton::params::Params;
use crate::triton::problem::Problem;
use crate::triton::route::Call;

/// An account's owner is always allowed on its own account. A sub-user needs a role that allows
/// the action: those of `as-role`, otherwise the default ones.
pub fn permit(
    caller: Caller<'_>,
    owner: &str,
    call: &Call,
    path: &str,
    params: &Params,
) -> Result<(), Problem> {
    let refused = || {
        let action = call.action();
        Problem::forbidden(format!("You do not have permission to access {path} ({action})"))
    };
    let own = caller.account.answers_to(owner);
    if !own {
        return Err(refused());
    }
    let Some(user) = caller.user else {
        return Ok(());
    };
    let asked = params.text("as-role");
    let allowed = user.roles.iter().any(|role| {
        let taken_up = match asked {
            Some(names) => names.split(',').any(|name| name.trim() == role.name),
            None => role.default,
        };
        taken_up && role.actions.contains(&call.action())
    });
    if allowed { Ok(()) } else { Err(refused()) }
}
