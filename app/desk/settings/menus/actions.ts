'use server'

import { deskAction, type FormInput } from '@/app/desk/desk-action'
import { changeMenu, type MenuChange } from '@/domain/menus'
import { authorize } from '@/domain/permissions'
import { MENUS, type MenuItem } from '@/lib/menu'
import { Refusal } from '@/lib/refusal'

export const changeMenuAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'change settings')
	const name = MENUS.find((each) => each === input.text('menu'))
	if (!name) throw new Refusal('invalid', 'There is no such menu.')
	const shown = shownItems(input.text('shown'))
	const labels = shown.map((_, index) => input.list(`label${index}`)[0])
	await changeMenu(viewer, name, { shown, labels, step: stepOf(input) })
	return { path: '/desk/settings/menus', notice: 'menuSaved' }
})

/** The items that the form was made of; the domain compares them with the stored ones. */
function shownItems(json: string): MenuItem[] {
	try {
		const items: unknown = JSON.parse(json)
		if (Array.isArray(items)) return items
	} catch {
		// Falls through to the refusal.
	}
	throw new Refusal('invalid', 'Please load the page again.')
}

function stepOf(input: FormInput): MenuChange['step'] {
	const [step, index] = input.text('step').split(' ')
	const position = Number(index)
	switch (step) {
		case 'add':
			return { add: newItem(input) }
		case 'up':
			return { move: position, by: -1 }
		case 'down':
			return { move: position, by: 1 }
		case 'remove':
			return { remove: position }
		case 'reset':
			return 'reset'
		default:
			// Enter in the fields of a new item.
			return input.text('newLabel') || input.text('newUrl') ? { add: newItem(input) } : null
	}
}

function newItem({ text }: FormInput): MenuItem {
	const [kind = '', slug = ''] = text('new').split(' ')
	const label = text('newLabel')
	if (kind === 'sections' || kind === 'pages') return { kind }
	if (kind === 'section' || kind === 'page') return { kind, slug, label }
	return { kind: 'link', label, url: text('newUrl').trim() }
}
