/** The variable with what the code is worth that was entered last, until its points are given. */
export const CODE_POINTS = 'code_points';
