import { deskRoute } from '@/app/_http/desk-route'
import { formInput } from '@/app/desk/desk-action'
import { checksFor } from '@/app/desk/stories/checks'
import { fieldsOfPost } from '@/app/desk/stories/story-fields'
import { checkFields } from '@/domain/articles/checklist'

/** Checks the story of a form as typed; responds with the publish panel's checks as JSON. Read-only. */
export const POST = deskRoute(async (viewer, form) =>
	checksFor(viewer, await checkFields(viewer, fieldsOfPost(formInput(form)))),
)
