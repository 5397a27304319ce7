"""Animals and the robot: posable bodies made of smooth tubes, in the same ink as the figures."""
