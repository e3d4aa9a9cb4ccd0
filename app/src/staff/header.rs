//! What the header offers to staff: of their pages only those that they may open, their name, and the way out.

use domain::{
    access::{Permission, Scope},
    paths::{self, Path},
};
use http::request::Parts;
use islands::staff::sign_in::PostStaffSignOut;
use leptos::{prelude::*, server_fn::ServerFn};
use store::sessions::Viewer;
use ui::{ButtonForm, button::ButtonKind};

use crate::words::t;

/// The pages of staff, where their work is first, and what each asks for.
fn pages() -> [(Path, &'static str, Permission); 3] {
    [
        (paths::staff(), "staff-title", Permission::StaffArea),
        (paths::staff_people(), "staff-people-title", Permission::ManageStaff),
        (paths::staff_security(), "staff-security-title", Permission::StaffArea),
    ]
}

/// Who of staff is looking, as the header says it.
#[derive(Clone, Debug)]
pub struct StaffHeader {
    /// Their name.
    name: String,
    /// What they may open.
    pages: Vec<(Path, &'static str)>,
}

impl StaffHeader {
    /// Nobody, unless somebody of staff is looking.
    pub fn of(viewer: &Viewer) -> Option<Self> {
        viewer.staff.as_ref()?;
        let name = viewer.account.as_ref().map(|account| account.full_name.to_string())?;
        let may = |permission: Permission| permission.scope_of(viewer.roles()) > Scope::Nothing;
        let pages = pages().into_iter().filter(|(_, _, permission)| may(*permission));
        Some(Self { name, pages: pages.map(|(path, words, _)| (path, words)).collect() })
    }

    /// The navigation of pages of staff.
    pub fn navigation(self) -> AnyView {
        let here = use_context::<Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default();
        let links = self.pages.into_iter().map(|(path, words)| {
            let current = (path.as_str() == here).then_some("page");
            view! { <li><a class="nav-link" href=path.to_string() aria-current=current>{t(words)}</a></li> }
        });
        let links = links.collect_view();
        view! {
            <nav aria-label=t("nav-staff-label")>
                <ul class="flex flex-wrap items-center gap-x-6 gap-y-1">
                    {links} <li class="wrap-anywhere">{t("staff-signed-in-as")} " " <bdi>{self.name}</bdi></li> <li>{sign_out()}</li>
                </ul>
            </nav>
        }
        .into_any()
    }
}

/// The way out, which ends the sign-in with a provider as well.
pub fn sign_out() -> AnyView {
    let words = t("nav-sign-out");
    view! { <ButtonForm action=PostStaffSignOut::PATH kind=ButtonKind::Quiet>{words}</ButtonForm> }.into_any()
}
