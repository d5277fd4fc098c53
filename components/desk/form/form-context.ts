'use client'

import { createContext, useContext } from 'react'
import { EMPTY_STATE, type FormState } from './form-state'

export type FormContext = { id: string; state: FormState; pending: boolean }

const Context = createContext<FormContext>({ id: 'form', state: EMPTY_STATE, pending: false })

export const FormProvider = Context.Provider

/** URL of the page, to which its forms are submitted without scripts. */
const AddressContext = createContext('')

export const PageAddressProvider = AddressContext.Provider

export const usePageAddress = (): string => useContext(AddressContext)

export const useForm = (): FormContext => useContext(Context)

export const fieldId = (formId: string, name: string): string => `${formId}-${name}`

/** Id of the error summary of a form. */
export const problemId = (formId: string): string => `${formId}-problem`

/** Value of a control, as typed or as given, and its error message, for its form. */
export function useField(name: string, given: string) {
	const { id: formId, state } = useForm()
	const id = fieldId(formId, name)
	const error = state.field === name ? state.message : null
	const value = state.values ? (state.values[name]?.[0] ?? '') : given
	return { id, error, value, hintId: `${id}-hint`, errorId: `${id}-error` }
}

/** Whether one of a list of checkboxes or radio buttons is checked. */
export function useChosen(name: string, value: string, given: boolean): boolean {
	const { state } = useForm()
	return state.values ? (state.values[name] ?? []).includes(value) : given
}
