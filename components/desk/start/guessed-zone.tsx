'use client'

import { useEffect } from 'react'
import { fieldId } from '@/components/desk/form/form-context'

/** Chooses the time zone of the browser in a list, as its default: the field then counts as unchanged. */
export function GuessedZone({ form, field }: { form: string; field: string }) {
	useEffect(() => {
		const list = document.getElementById(fieldId(form, field))
		const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
		if (!(list instanceof HTMLSelectElement) || list.selectedOptions[0]?.defaultSelected === false) return
		const option = [...list.options].find(({ value }) => value === zone)
		if (!option) return
		for (const each of list.options) each.defaultSelected = each === option
		option.selected = true
	}, [form, field])
	return null
}
