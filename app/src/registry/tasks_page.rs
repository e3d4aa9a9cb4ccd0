//! `/register/tasks`: the parts of a registration, and how far each is.

use domain::{
    paths::{self, Path},
    registry::{Journey, Next, Task, TaskState},
};
use leptos::prelude::*;
use ui::{Tag, TaskList, TaskRow, tag::TagKind};

use super::{
    at_draft::at_draft,
    said::{lead, save_link, title},
    slip::{Slip, probably_meant},
};
use crate::{
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{t, t_with},
};

/// The page.
#[component]
pub fn TasksPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_draft(&asking).await?;
        let done = Task::ALL.iter().filter(|task| at.journey.task(**task) == TaskState::Completed).count();
        let meant = probably_meant(&at.open.draft);
        let rows = Task::ALL.iter().map(|task| row(*task, &at.journey)).collect_view();
        let h1 = t("reg-tasks-title");
        let title = title(&h1);
        Ok(view! {
            <Page title viewer=at.viewer back=paths::register().to_string() navigation=Navigation::Journey>
                {lead(h1, t_with("reg-tasks-done", [("done", done.into())]))}
                {meant.map(|meant| view! { <Slip meant is_asked_here=false /> })}
                <div class="task-wide no-print">
                    <TaskList>{rows}</TaskList>
                    {save_link()}
                </div>
            </Page>
        }
        .into_any())
    })
}

fn row(task: Task, journey: &Journey) -> AnyView {
    let state = journey.task(task);
    let name = t(&format!("reg-task-{task}"));
    let href = page_of(task, journey).map(|path| path.to_string());
    view! { <TaskRow id=task.as_str() name href>{state_words(state)}</TaskRow> }.into_any()
}

/// Where a part leads: to what is open in it, else to its beginning.
fn page_of(task: Task, journey: &Journey) -> Option<Path> {
    if task == Task::Check {
        return journey.may_check().then(paths::register_check);
    }
    match journey.first_open(task) {
        Next::Step(step) => Some(paths::register_step(&step)),
        Next::Check => journey.first(task).map(paths::register_step),
    }
}

/// How far a part is, in words: what is still to be done stands out, what is done does not.
fn state_words(state: TaskState) -> AnyView {
    match state {
        TaskState::Completed => t("reg-state-completed").into_any(),
        TaskState::CannotStart => view! { <span class="text-muted">{t("reg-state-cannot-start")}</span> }.into_any(),
        TaskState::InProgress => view! { <Tag kind=TagKind::Warning>{t("reg-state-in-progress")}</Tag> }.into_any(),
        TaskState::NotStarted => view! { <Tag>{t("reg-state-not-started")}</Tag> }.into_any(),
        TaskState::Wrong => view! { <Tag kind=TagKind::Bad>{t("reg-state-wrong")}</Tag> }.into_any(),
    }
}
